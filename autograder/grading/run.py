"""Running one submission: its cells sealed off, its exercises asked and judged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from autograder.grading import again_on_cpu
from autograder.grading.asking import Answers, ask
from autograder.grading.retold import retold
from autograder.grading.set_up import Grading
from autograder.judging.judged import judged
from autograder.judging.prepared import ExerciseData
from autograder.library_use.uses import Code, recorded
from autograder.results.result import ExerciseResult
from autograder.running.cell import Cell, CellRun
from autograder.sealed.outside.open_processes import OpenProcesses
from autograder.sealed.outside.session import Session


@dataclass(frozen=True)
class Run:
    """What came of a submission.

    Args:
        exercises: their results.
        outcomes: what each of them is of, by name (see `digests`).
        cells: what came of each cell, by its place.
        sessions: in which the code ran; there is a second one where it took one.
    """

    exercises: Sequence[ExerciseResult]
    outcomes: Mapping[str, str]
    cells: Mapping[int, CellRun]
    sessions: Sequence[Session]


def run(
    grading: Grading,
    cells: Sequence[Cell],
    exercises: Sequence[ExerciseData],
    known: Mapping[str, ExerciseResult],
    opened: OpenProcesses | None = None,
) -> Run:
    """Runs `cells`, and asks what they define all of `exercises` but those that are known.

    Args:
        grading: what they are graded with.
        cells: of the submission, in order.
        exercises: what is asked of its student.
        known: results, by the digest of what they are of.
        opened: where its processes are noted, for whoever may have to end them.
    """
    start = partial(_session, grading, cells, exercises, opened)
    with start(grading.device) as session:
        runs = session.run_cells()
        outcomes = grading.digests.outcomes(cells, session.tier)
        found = {
            exercise.name: retold(exercise, known[digest])
            for exercise in exercises
            if (digest := outcomes[exercise.name]) in known
        }
        asked = [exercise for exercise in exercises if exercise.name not in found]
        results = _judged(grading, cells, session, asked, grading.device)
    sessions = [session]
    failed = {name for name, result in results.items() if again_on_cpu.is_worth_trying(result)}
    if grading.device != "cpu" and failed:
        with start("cpu") as session:
            asked = [exercise for exercise in exercises if exercise.name in failed]
            again = _judged(grading, cells, session, asked, "cpu")
        sessions.append(session)
        results |= {name: again_on_cpu.counted(results[name], again[name]) for name in failed}
    in_order = [{**found, **results}[exercise.name] for exercise in exercises]
    return Run(in_order, outcomes, runs, sessions)


def _session(
    grading: Grading,
    cells: Sequence[Cell],
    exercises: Sequence[ExerciseData],
    opened: OpenProcesses | None,
    device: str,
) -> Session:
    watched = sorted({name for exercise in exercises for name in exercise.forbids})
    around = (grading.files, grading.limits, device)
    return Session(cells, *around, watched=watched, opened=opened)


def _judged(
    grading: Grading,
    cells: Sequence[Cell],
    session: Session,
    asked: Sequence[ExerciseData],
    device: str,
) -> dict[str, ExerciseResult]:
    """The results of the exercises in `asked`, by name."""
    ready = [grading.ready(exercise) for exercise in asked]
    answers = ask(session, asked, {one.exercise.name: one.batches for one in ready})
    code = Code(cells if any(exercise.forbids for exercise in asked) else ())
    judged_as = [one.on_device if device == grading.device else one.exercise for one in ready]
    return {exercise.name: _judge(exercise, answers[exercise.name], code) for exercise in judged_as}


def _judge(exercise: ExerciseData, answers: Answers, code: Code) -> ExerciseResult:
    uses = code.uses(exercise.object_name, exercise.forbids)
    uses += recorded(answers.used - {use.name for use in uses}, exercise.forbids)
    return judged(exercise, answers.replies, uses)
