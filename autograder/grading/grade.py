"""Grading one submission: find it, run its cells sealed off, ask every case, judge the replies."""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TypeAlias

from nbformat import NotebookNode

from autograder import notebooks
from autograder.data.sentence import Sentence, own_words
from autograder.errors import NotebookError, SealError
from autograder.grading import again_on_cpu
from autograder.grading.asking import Answers, ask
from autograder.grading.graded import Graded
from autograder.grading.set_up import Grading, versions
from autograder.judging.judged import judged
from autograder.judging.prepared import ExerciseData
from autograder.library_use.uses import Code, recorded
from autograder.notebooks.marks import grade_id
from autograder.results.kinds import Kind, Verdict
from autograder.results.result import CaseResult, ExerciseResult, Finding, SubmissionResult
from autograder.running.cell import Cell, CellRun
from autograder.sealed.outside.session import Session
from autograder.words.told import sentence_of

Recall: TypeAlias = Callable[[Sequence[Cell], str], Mapping[str, ExerciseResult]]
"""What is known already of these cells under this tier of the seal, by the exercise's name."""


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
        found = notebooks.find(submission, grading.assignment, names)
        merged = notebooks.merge(grading.source, notebooks.read(found.path))
    except NotebookError as error:
        finding = Finding(Kind.UNREADABLE, (sentence_of(error),))
        exercises = [_whole(exercise, Verdict.FAILED, finding) for exercise in grading.exercises]
        blank = notebooks.blank(grading.source)
        return Graded(student, submission, note(exercises, [finding]), blank)
    notes = [Finding(Kind.NOTICE, (sentence,)) for sentence in found.notes]
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
    return notebooks.runnable(merged, names, figures=grading.figures)


def _run(
    grading: Grading, merged: NotebookNode, recall: Recall
) -> tuple[list[ExerciseResult], dict[int, CellRun], list[Session]]:
    """The results, what came of each cell, and the session, with a second one where it took one."""
    cells = cells_to_run(grading, merged)
    with _session(grading, cells, grading.device) as session:
        runs = session.run_cells()
        known = recall(cells, session.tier)
        asked = [exercise for exercise in grading.on_device if exercise.name not in known]
        results = _judged(grading, cells, session, asked)
    sessions = [session]
    failed = {name for name, result in results.items() if again_on_cpu.is_worth_trying(result)}
    if grading.device != "cpu" and failed:
        with _session(grading, cells, "cpu") as session:
            asked = [exercise for exercise in grading.exercises if exercise.name in failed]
            again = _judged(grading, cells, session, asked)
        sessions.append(session)
        results |= {name: again_on_cpu.counted(results[name], again[name]) for name in failed}
    exercises = [{**known, **results}[exercise.name] for exercise in grading.exercises]
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
    own = isinstance(error, SealError)
    detail = sentence_of(error) if own else own_words(traceback.format_exc())
    finding = Finding(Kind.ENGINE, (Sentence(Kind.ENGINE.traits.template),), (detail,))
    return [_whole(exercise, Verdict.BROKEN, finding) for exercise in grading.exercises], [finding]


def _failed_cells(cells: Mapping[int, CellRun], merged: NotebookNode) -> list[Finding]:
    notes = []
    for index, run in cells.items():
        if run.failed:
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
