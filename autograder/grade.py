"""Grading one submission: find it, run its cells sealed off, ask every case, judge the replies."""

from __future__ import annotations

import platform
import time
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property, partial
from importlib.metadata import version
from pathlib import Path
from typing import Any, TypeAlias

from nbformat import NotebookNode

from autograder import drives, notebook, on_cpu
from autograder.asking import Answers, Batches, ask, batches
from autograder.cell import Cell, CellRun
from autograder.course import Course
from autograder.data import ExerciseData, on_device, prepare
from autograder.errors import CourseError, NotebookError, SealError
from autograder.exercise import Assignment
from autograder.forbidden import Code, recorded
from autograder.judge import judge
from autograder.policy import charge
from autograder.recipe import recipe
from autograder.sealed.limits import Limits
from autograder.sealed.session import Session
from autograder.verdict import (
    CaseResult,
    ExerciseResult,
    Finding,
    Kind,
    SubmissionResult,
    Verdict,
)


@dataclass(frozen=True)
class Grading:
    """All that is needed to grade any submission of one assignment.

    Args:
        assignment: its name.
        exercises: all cases, hidden ones too.
        source: the instructor's notebook.
        files: the folder with the release's data files and drives.
        device: where the student's tensors live, "cpu" or "cuda".
        limits: what a submission may use.
        figures: whether cells that only draw are run, too.
        recipes: what made each exercise's cases, by its name (see `recipe`).
    """

    assignment: str
    exercises: tuple[ExerciseData, ...]
    source: NotebookNode
    files: Path
    device: str = "cpu"
    limits: Limits = field(default_factory=Limits)
    figures: bool = False
    recipes: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def batches(self) -> Batches:
        """All cases, as they are sent."""
        return batches(self.exercises)

    @cached_property
    def on_device(self) -> tuple[ExerciseData, ...]:
        """The exercises, as code on the device is judged."""
        return tuple(on_device(exercise, self.device) for exercise in self.exercises)


@dataclass(frozen=True)
class Graded:
    """One submission, graded.

    Args:
        student: who submitted it.
        submission: the folder in which it lies.
        result: verdicts, scores and findings.
        notebook: what was run: the student's cells, everything locked from the source.
        outputs: what the cells printed and displayed, by the cell's place; untrusted.
        timed_out: whether any of its code ran too long, which may be for what ran beside it.
        cut_short: whether a cell was stopped or left out, on which any exercise may depend.
    """

    student: str
    submission: Path
    result: SubmissionResult
    notebook: NotebookNode
    outputs: Mapping[int, Sequence[Mapping[str, Any]]] = field(default_factory=dict)
    timed_out: bool = False
    cut_short: bool = False


Recall: TypeAlias = Callable[[Sequence[Cell], str], Mapping[str, ExerciseResult]]
"""What is known already of these cells under this tier of the seal, by the exercise's name."""


def set_up(
    course: Course, assignment: Assignment, device: str = "cpu", *, figures: bool = False
) -> Grading:
    """Prepares all cases of an assignment.

    Raises:
        CourseError: where it was not built.
        AuthorError: where its solution fails, or a drive isn't there.
    """
    source = course.source_notebook(assignment.name)
    if not source.is_file():
        raise CourseError(f"{source} is missing: run `autograder build {assignment.name}` first.")
    for exercise in assignment.exercises:  # a drive that can't be found is no student's fault
        drives.find(drives.reference(exercise.drive), source.parent)
    key, policy = course.key(), assignment.policy
    # Before anything of it has run and left its traces.
    recipes = {entry.name: recipe(entry, key, policy) for entry in assignment.exercises}
    return Grading(
        assignment=assignment.name,
        exercises=tuple(prepare(entry, key, policy) for entry in assignment.exercises),
        source=notebook.read(source),
        files=source.parent,
        device=device,
        limits=assignment.limits,
        figures=figures,
        recipes=recipes,
    )


def grade(
    grading: Grading, student: str, submission: Path, recall: Recall = lambda _, __: {}
) -> Graded:
    """Grades the submission in the folder `submission`; a fault of ours gives 'broken'.

    Its cells run in any case; the exercises that `recall` knows are not asked again.
    """
    started = time.monotonic()
    note = partial(_result, grading, student, started)
    try:
        names = [exercise.name for exercise in grading.exercises]
        found = notebook.find(submission, grading.assignment, names)
        merged = notebook.merge(grading.source, notebook.read(found.path))
    except NotebookError as error:
        finding = Finding(Kind.UNREADABLE, str(error))
        exercises = [_whole(exercise, Verdict.FAILED, finding) for exercise in grading.exercises]
        blank = notebook.blank(grading.source)
        return Graded(student, submission, note(exercises, [finding]), blank)
    notes = [Finding(Kind.NOTICE, text) for text in found.notes]
    try:
        exercises, cells, sessions = _run(grading, merged, recall)
    except Exception as error:
        return Graded(student, submission, note(*_broken(grading, error)), merged)
    notes += _failed_cells(cells, merged)
    result = note(exercises, notes, sessions[0].tier)
    outputs = {index: run.outputs for index, run in cells.items()}
    timed_out = any(session.timed_out for session in sessions)
    cut_short = any(session.cut_short for session in sessions)
    return Graded(student, submission, result, merged, outputs, timed_out, cut_short)


def cells_to_run(grading: Grading, merged: NotebookNode) -> list[Cell]:
    """The cells of a submission, put into the source, that are run for its grading."""
    names = [exercise.name for exercise in grading.exercises]
    return notebook.runnable(merged, names, figures=grading.figures)


def _run(
    grading: Grading, merged: NotebookNode, recall: Recall
) -> tuple[list[ExerciseResult], dict[int, CellRun], list[Session]]:
    """The results, what came of each cell, and the session, with a second one where it took one."""
    cells = cells_to_run(grading, merged)
    with _session(grading, cells, grading.device) as session:
        runs = session.run_cells()
        known = recall(cells, session.tier)
        asked = [exercise for exercise in grading.on_device if exercise.name not in known]
        judged = _judged(grading, cells, session, asked)
    sessions = [session]
    failed = {name for name, result in judged.items() if on_cpu.is_worth_trying(result)}
    if grading.device != "cpu" and failed:
        with _session(grading, cells, "cpu") as session:
            asked = [exercise for exercise in grading.exercises if exercise.name in failed]
            again = _judged(grading, cells, session, asked)
        sessions.append(session)
        judged |= {name: on_cpu.counted(judged[name], again[name]) for name in failed}
    exercises = [{**known, **judged}[exercise.name] for exercise in grading.exercises]
    return exercises, runs, sessions


def _session(grading: Grading, cells: Sequence[Cell], device: str) -> Session:
    watched = sorted(_forbidden(grading))
    return Session(cells, grading.files, grading.limits, device, watched=watched)


def _forbidden(grading: Grading) -> set[str]:
    return {name for exercise in grading.exercises for name in exercise.forbids}


def _judged(
    grading: Grading, cells: Sequence[Cell], session: Session, asked: Sequence[ExerciseData]
) -> dict[str, ExerciseResult]:
    """The results of the exercises in `asked`, by name."""
    answers = ask(session, asked, grading.batches)
    code = Code(cells if _forbidden(grading) else ())
    return {exercise.name: _judge(exercise, answers[exercise.name], code) for exercise in asked}


def _judge(exercise: ExerciseData, answers: Answers, code: Code) -> ExerciseResult:
    result = judge(exercise, answers.replies)
    uses = code.uses(exercise.object_name, exercise.forbids)
    uses += recorded(answers.used - {use.name for use in uses}, exercise.forbids)
    return charge(exercise.policy, exercise.object_name, result, uses)


def _whole(exercise: ExerciseData, verdict: Verdict, finding: Finding) -> ExerciseResult:
    """An exercise of which every case has one and the same outcome."""
    cases = tuple(
        CaseResult(case.name, case.public, case.weight, verdict, finding=finding)
        for case in exercise.cases
    )
    return ExerciseResult(exercise.name, exercise.points, cases, (finding,))


def _broken(grading: Grading, error: Exception) -> tuple[list[ExerciseResult], list[Finding]]:
    said = str(error) if isinstance(error, SealError) else traceback.format_exc()
    finding = Finding(Kind.ENGINE, "The grader failed here, not the student: grade again.", said)
    return [_whole(exercise, Verdict.BROKEN, finding) for exercise in grading.exercises], [finding]


def _failed_cells(cells: Mapping[int, CellRun], merged: NotebookNode) -> list[Finding]:
    notes = []
    for index, run in cells.items():
        if run.failed:
            name = merged.cells[index].metadata.get("nbgrader", {}).get("grade_id")
            where = f"Cell {name!r}" if name else f"Cell {index + 1}"
            notes.append(Finding(Kind.NOTICE, f"{where} raised an exception or was stopped."))
    return notes


def _result(
    grading: Grading,
    student: str,
    started: float,
    exercises: Sequence[ExerciseResult],
    findings: Sequence[Finding],
    tier: str = "",
) -> SubmissionResult:
    return SubmissionResult(
        student=student,
        assignment=grading.assignment,
        exercises=tuple(exercises),
        findings=tuple(findings),
        tier=tier,
        device=grading.device,
        seconds=time.monotonic() - started,
        versions=versions(),
    )


@cache
def versions() -> Mapping[str, str]:
    """What a result depends on beside the code and the cases."""
    packages = {"autograder": "sealed-autograder", "torch": "torch", "numpy": "numpy"}
    return {
        "python": platform.python_version(),
        **{name: version(package) for name, package in packages.items()},
    }
