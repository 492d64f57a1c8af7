"""The gates of an assignment's notebooks: both the release and the author's source are graded.

Both are handed in as if a student had, and run where a student's code runs.
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from autograder import notebooks
from autograder.course.course import Course
from autograder.errors import CourseError
from autograder.exercises.assignment import Assignment
from autograder.grading.grade import grade
from autograder.grading.set_up import Grading, set_up
from autograder.notebooks.marks import notebook_name
from autograder.results.result import ExerciseResult, SubmissionResult
from autograder.running.cell import CellRun
from autograder.sealed.outside.session import Session
from autograder.verifying.gates import Gate
from autograder.words.said import said
from autograder.words.told import told


def rehearse(course: Course, assignment: Assignment) -> tuple[Gate, ...]:
    """Grades the untouched release and the solved source, and runs the source's figures.

    Raises:
        CourseError: where the assignment was not built.
    """
    grading = set_up(course, assignment)
    name = assignment.name
    released = course.release / name
    if not (released / notebook_name(name)).is_file():
        raise CourseError(
            said(
                "{released} is missing: run `autograder build {name}` first.",
                released=released,
                name=name,
            )
        )
    solved = _graded(grading, course.source / name)
    return (
        Gate(
            said("the untouched release earns exactly zero"),
            _earning_other_than(Fraction(0), _graded(grading, released)),
        ),
        Gate(
            said("the solved notebook earns everything"),
            _earning_other_than(Fraction(1), solved),
        ),
        Gate(said("the solved notebook uses nothing that is forbidden"), _notes(solved)),
        Gate(said("the solved notebook draws its figures"), _failing_cells(grading)),
    )


def _graded(grading: Grading, folder: Path) -> SubmissionResult:
    return grade(grading, folder.parent.name, folder).result


def _earning_other_than(share: Fraction, result: SubmissionResult) -> tuple[str, ...]:
    """The exercises that earn another share of their points."""
    return tuple(
        _earned(exercise)
        for exercise in result.exercises
        if exercise.score != share * exercise.points
    )


def _notes(result: SubmissionResult) -> tuple[str, ...]:
    return tuple(told(*note.said) for exercise in result.exercises for note in exercise.notes)


def _earned(exercise: ExerciseResult) -> str:
    earned = said(
        "{exercise} earns {score} of {points} points.",
        exercise=exercise.name,
        score=exercise.score,
        points=exercise.points,
    )
    return " ".join([earned, *(told(*finding.said) for finding in exercise.findings[:1])])


def _failing_cells(grading: Grading) -> tuple[str, ...]:
    merged = notebooks.merge(grading.source, grading.source)
    names = [exercise.name for exercise in grading.exercises]
    cells = notebooks.runnable(merged, names, figures=True)
    with Session(cells, grading.files, grading.limits, grading.device) as session:
        runs = session.run_cells()
    return tuple(
        f"{cell.name}: {_error(runs[cell.index])}" for cell in cells if runs[cell.index].failed
    )


def _error(run: CellRun) -> str:
    errors = [output for output in run.outputs if output["output_type"] == "error"]
    return f"{errors[-1]['ename']}: {errors[-1]['evalue']}" if errors else "stopped"
