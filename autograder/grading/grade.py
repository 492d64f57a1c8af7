"""Grading one submission: find it, run its cells sealed off, ask every case, judge the replies."""

from __future__ import annotations

import time
import traceback
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from types import MappingProxyType

from nbformat import NotebookNode

from autograder import notebooks
from autograder.data.sentence import Sentence, own_words
from autograder.errors import NotebookError, SealError
from autograder.grading.graded import Graded
from autograder.grading.run import run
from autograder.grading.set_up import Grading
from autograder.grading.versions import versions
from autograder.judging.prepared import ExerciseData
from autograder.notebooks.marks import grade_id
from autograder.results.kinds import Kind, Verdict
from autograder.results.result import CaseResult, ExerciseResult, Finding, SubmissionResult
from autograder.running.cell import CellRun
from autograder.sealed.outside.open_processes import OpenProcesses
from autograder.words.told import sentence_of

_NOTHING: Mapping[str, ExerciseResult] = MappingProxyType({})


def grade(
    grading: Grading,
    student: str,
    submission: Path,
    known: Mapping[str, ExerciseResult] = _NOTHING,
    opened: OpenProcesses | None = None,
) -> Graded:
    """Grades the submission in the folder `submission`; a fault of ours gives 'broken'.

    Its cells run in any case; the exercises whose outcomes are known are not asked again.

    Args:
        grading: what it is graded with.
        student: who submitted it.
        submission: the folder.
        known: results, by the digest of what they are of (see `digests`).
        opened: where its processes are noted, for whoever may have to end them.
    """
    started = time.monotonic()
    note = partial(_result, grading, student, started)
    asked = grading.asked_of(student)
    try:
        names = [exercise.name for exercise in asked]
        found = notebooks.find(submission, grading.assignment, names)
        merged = notebooks.merge(grading.source, notebooks.read(found.path))
    except NotebookError as error:
        finding = Finding(Kind.UNREADABLE, (sentence_of(error),))
        exercises = [_whole(exercise, Verdict.FAILED, finding) for exercise in asked]
        blank = notebooks.blank(grading.source)
        return Graded(student, submission, note(exercises, [finding]), blank)
    notes = [Finding(Kind.NOTICE, (sentence,)) for sentence in found.notes]
    try:
        done = run(grading, grading.cells(merged), asked, known, opened)
    except Exception as error:
        return Graded(student, submission, note(*_broken(asked, error)), merged)
    notes += _failed_cells(done.cells, merged)
    return Graded(
        student,
        submission,
        note(done.exercises, notes, done.sessions[0].tier),
        merged,
        outputs={index: cell.outputs for index, cell in done.cells.items()},
        timed_out=any(session.timed_out for session in done.sessions),
        cut_short=any(session.cut_short for session in done.sessions),
        outcomes=done.outcomes,
    )


def _whole(exercise: ExerciseData, verdict: Verdict, finding: Finding) -> ExerciseResult:
    """An exercise of which every case has one and the same outcome."""
    cases = tuple(
        CaseResult(case.name, case.public, case.weight, verdict, finding=finding)
        for case in exercise.cases
    )
    return ExerciseResult(exercise.name, exercise.points, cases, (finding,))


def _broken(
    asked: Sequence[ExerciseData], error: Exception
) -> tuple[list[ExerciseResult], list[Finding]]:
    own = isinstance(error, SealError)
    detail = sentence_of(error) if own else own_words(traceback.format_exc())
    finding = Finding(Kind.ENGINE, (Sentence(Kind.ENGINE.traits.template),), (detail,))
    return [_whole(exercise, Verdict.BROKEN, finding) for exercise in asked], [finding]


def _failed_cells(cells: Mapping[int, CellRun], merged: NotebookNode) -> list[Finding]:
    notes = []
    for index, cell in cells.items():
        if cell.failed:
            name = grade_id(merged.cells[index])
            said = Sentence("cell-failed", cell=repr(name) if name else index + 1)
            notes.append(Finding(Kind.NOTICE, (said,)))
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
