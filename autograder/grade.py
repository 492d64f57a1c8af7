"""Grading one submission: find it, run its cells sealed off, ask every case, judge the replies."""

from __future__ import annotations

import platform
import time
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from importlib.metadata import version
from math import prod
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from autograder import drives, notebook
from autograder.cell import CellRun
from autograder.compare import Values
from autograder.course import Course
from autograder.data import CaseData, ExerciseData, prepare
from autograder.drive import Failure, Inputs, Outputs
from autograder.errors import CourseError, NotebookError, SealError
from autograder.forbidden import Code, recorded
from autograder.judge import judge
from autograder.policy import charge
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
    """

    assignment: str
    exercises: tuple[ExerciseData, ...]
    source: NotebookNode
    files: Path
    device: str = "cpu"
    limits: Limits = field(default_factory=Limits)
    figures: bool = False


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
    """

    student: str
    submission: Path
    result: SubmissionResult
    notebook: NotebookNode
    outputs: Mapping[int, Sequence[Mapping[str, Any]]] = field(default_factory=dict)
    timed_out: bool = False


def set_up(
    course: Course, assignment: str, device: str = "cpu", *, figures: bool = False
) -> Grading:
    """Loads an assignment and prepares all its cases.

    Raises:
        CourseError: where the assignment is unknown or was not built.
        AuthorError: where it can't be loaded.
    """
    loaded = course.load(assignment)
    source = course.source_notebook(assignment)
    if not source.is_file():
        raise CourseError(f"{source} is missing: run `autograder build {assignment}` first.")
    for exercise in loaded.exercises:  # a drive that can't be found is no student's fault
        drives.find(drives.reference(exercise.drive), source.parent)
    key = course.key()
    return Grading(
        assignment=assignment,
        exercises=tuple(prepare(entry, key, loaded.policy) for entry in loaded.exercises),
        source=notebook.read(source),
        files=source.parent,
        device=device,
        limits=loaded.limits,
        figures=figures,
    )


def grade(grading: Grading, student: str, submission: Path) -> Graded:
    """Grades the submission in the folder `submission`; a fault of ours gives 'broken'."""
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
        exercises, cells, session = _run(grading, merged)
    except Exception as error:
        return Graded(student, submission, note(*_broken(grading, error)), merged)
    notes += _failed_cells(cells, merged)
    result = note(exercises, notes, session.tier)
    outputs = {index: run.outputs for index, run in cells.items()}
    return Graded(student, submission, result, merged, outputs, session.timed_out)


def _run(
    grading: Grading, merged: NotebookNode
) -> tuple[list[ExerciseResult], dict[int, CellRun], Session]:
    names = [exercise.name for exercise in grading.exercises]
    cells = notebook.runnable(merged, names, figures=grading.figures)
    forbidden = sorted({name for exercise in grading.exercises for name in exercise.forbids})
    code = Code(cells if forbidden else ())
    ran = (cells, grading.files, grading.limits, grading.device)
    with Session(*ran, watched=forbidden) as session:
        runs = session.run_cells()
        exercises = [_judge(session, exercise, code) for exercise in grading.exercises]
        return exercises, runs, session


def _judge(session: Session, exercise: ExerciseData, code: Code) -> ExerciseResult:
    called: set[str] = set()
    result = judge(exercise, _ask(session, exercise, called))
    uses = code.uses(exercise.object_name, exercise.forbids)
    uses += recorded(called - {use.name for use in uses}, exercise.forbids)
    return charge(exercise.policy, exercise.object_name, result, uses)


def _ask(
    session: Session, exercise: ExerciseData, called: set[str]
) -> Callable[[Inputs], Outputs | Failure]:
    # An honest reply is as large as what is expected, in at most eight bytes a number.
    room = max(map(_reply_bytes, exercise.cases))

    def ask(inputs: Inputs) -> Outputs | Failure:
        reply = session.ask(exercise.object_name, exercise.drive, inputs, room)
        called.update(session.used)
        return reply

    return ask


def _reply_bytes(case: CaseData) -> int:
    shapes = (
        [tuple(tensor.shape) for tensor in case.expected.tensors.values()]
        if isinstance(case.expected, Values)
        else list(case.expected.shapes.values())
    )
    return 2 * 8 * sum(map(prod, shapes)) + 64 * 1024


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


def versions() -> dict[str, str]:
    """What a result depends on beside the code and the cases."""
    packages = {"autograder": "sealed-autograder", "torch": "torch", "numpy": "numpy"}
    return {
        "python": platform.python_version(),
        **{name: version(package) for name, package in packages.items()},
    }
