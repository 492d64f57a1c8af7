"""Grading one submission: find it, run its cells sealed off, ask every case, judge the replies."""

from __future__ import annotations

import time
import traceback
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import MappingProxyType

from nbformat import NotebookNode

from autograder import notebooks
from autograder.errors import NotebookError, SealError
from autograder.grading import again_on_cpu
from autograder.grading.asking import Answers, ask
from autograder.grading.graded import Graded
from autograder.grading.set_up import Grading
from autograder.grading.versions import versions
from autograder.judging.judged import judged
from autograder.judging.prepared import ExerciseData
from autograder.library_use.uses import Code, recorded
from autograder.notebooks.marks import grade_id
from autograder.results.kinds import Kind, Verdict
from autograder.results.result import CaseResult, ExerciseResult, Finding, SubmissionResult
from autograder.running.cell import Cell, CellRun
from autograder.sealed.outside.session import Session

_NOTHING: Mapping[str, ExerciseResult] = MappingProxyType({})


@dataclass(frozen=True)
class _Run:
    """What came of a submission.

    Args:
        exercises: their results.
        outcomes: what each of them is of, by name.
        cells: what came of each cell, by its place.
        sessions: in which the code ran; there is a second one where it took one.
    """

    exercises: Sequence[ExerciseResult]
    outcomes: Mapping[str, str]
    cells: Mapping[int, CellRun]
    sessions: Sequence[Session]


def grade(
    grading: Grading,
    student: str,
    submission: Path,
    known: Mapping[str, ExerciseResult] = _NOTHING,
) -> Graded:
    """Grades the submission in the folder `submission`; a fault of ours gives 'broken'.

    Its cells run in any case; the exercises whose outcomes are known are not asked again.

    Args:
        grading: what it is graded with.
        student: who submitted it.
        submission: the folder.
        known: results, by the digest of what they are of (see `digests`).
    """
    started = time.monotonic()
    note = partial(_result, grading, student, started)
    try:
        names = [exercise.name for exercise in grading.exercises]
        found = notebooks.find(submission, grading.assignment, names)
        merged = notebooks.merge(grading.source, notebooks.read(found.path))
    except NotebookError as error:
        finding = Finding(Kind.UNREADABLE, str(error))
        exercises = [_whole(exercise, Verdict.FAILED, finding) for exercise in grading.exercises]
        blank = notebooks.blank(grading.source)
        return Graded(student, submission, note(exercises, [finding]), blank)
    notes = [Finding(Kind.NOTICE, text) for text in found.notes]
    try:
        run = _run(grading, merged, known)
    except Exception as error:
        return Graded(student, submission, note(*_broken(grading, error)), merged)
    notes += _failed_cells(run.cells, merged)
    return Graded(
        student,
        submission,
        note(run.exercises, notes, run.sessions[0].tier),
        merged,
        outputs={index: cell.outputs for index, cell in run.cells.items()},
        timed_out=any(session.timed_out for session in run.sessions),
        cut_short=any(session.cut_short for session in run.sessions),
        outcomes=run.outcomes,
    )


def _run(grading: Grading, merged: NotebookNode, known: Mapping[str, ExerciseResult]) -> _Run:
    cells = grading.cells(merged)
    with _session(grading, cells, grading.device) as session:
        runs = session.run_cells()
        outcomes = grading.digests.outcomes(cells, session.tier)
        found = {name: known[digest] for name, digest in outcomes.items() if digest in known}
        asked = [exercise for exercise in grading.on_device if exercise.name not in found]
        results = _judged(grading, cells, session, asked)
    sessions = [session]
    failed = {name for name, result in results.items() if again_on_cpu.is_worth_trying(result)}
    if grading.device != "cpu" and failed:
        with _session(grading, cells, "cpu") as session:
            asked = [exercise for exercise in grading.exercises if exercise.name in failed]
            again = _judged(grading, cells, session, asked)
        sessions.append(session)
        results |= {name: again_on_cpu.counted(results[name], again[name]) for name in failed}
    exercises = [{**found, **results}[exercise.name] for exercise in grading.exercises]
    return _Run(exercises, outcomes, runs, sessions)


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
    uses = code.uses(exercise.object_name, exercise.forbids)
    uses += recorded(answers.used - {use.name for use in uses}, exercise.forbids)
    return judged(exercise, answers.replies, uses)


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
            name = grade_id(merged.cells[index])
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
