"""The gates of an exercise: what has to hold before a grade can be trusted.

`autograder verify` prints them, and the project's tests hold them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

import torch

from autograder.data.inputs import Inputs
from autograder.data.outcomes import Failure, Outputs
from autograder.data.sentence import own_words
from autograder.exercises.exercise import Exercise, Mistake
from autograder.exercises.prepare import prepare, prepare_public, widened
from autograder.judging.judge import judge
from autograder.judging.prepared import CaseData, ExerciseData
from autograder.judging.tolerance import tolerance
from autograder.judging.values import Values
from autograder.results.kinds import Verdict
from autograder.results.result import ExerciseResult, named_mistakes
from autograder.words.said import said
from autograder.words.told import told

Ask: TypeAlias = Callable[[Inputs], Outputs | Failure]
"""Puts an object through inputs."""

PUBLICLY_NAMED = 0.9
"""The share of known mistakes that the public cases alone have to name."""


@dataclass(frozen=True)
class MistakeRow:
    """How one known mistake fares.

    Args:
        mistake: which one.
        failed: for each case whether it fails.
        named: what grading names.
        named_publicly: what the student's own check names.
    """

    mistake: Mistake
    failed: tuple[bool, ...]
    named: tuple[str, ...]
    named_publicly: tuple[str, ...]

    @property
    def told_apart(self) -> bool:
        """Whether grading names this mistake and no other."""
        return self.named == (self.mistake.name,)

    @property
    def told_apart_publicly(self) -> bool:
        """Whether the public cases alone name this mistake and no other."""
        return self.named_publicly == (self.mistake.name,)


@dataclass(frozen=True)
class Gate:
    """One thing that has to hold, and what speaks against it where it doesn't."""

    name: str
    against: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether nothing speaks against it."""
        return not self.against


@dataclass(frozen=True)
class Verified:
    """The gates of one exercise under one key, and the matrix of mistakes and cases."""

    exercise: Exercise
    gates: tuple[Gate, ...]
    rows: tuple[MistakeRow, ...]


def verify(exercise: Exercise, key: bytes) -> Verified:
    """Puts the solution, the oracle and every known mistake through all cases.

    Args:
        exercise: which one.
        key: the course key, or any other: a gate that depends on the key's luck is no gate.
    """
    data, public = prepare(exercise, key), prepare_public(exercise)
    rows = tuple(_row(exercise, mistake, data, public) for mistake in exercise.mistakes)
    gates = (
        Gate(said("the solution earns full marks"), _shortfall(exercise, exercise.solution, data)),
        Gate(said("an independent oracle agrees"), _disagreement(exercise, data)),
        Gate(said("every mistake fails a hidden case"), _unseen(data, rows)),
        Gate(said("every mistake is told apart"), _mixed_up(rows)),
        Gate(said("the public cases alone name nine in ten"), _unnamed_publicly(rows)),
    )
    return Verified(exercise, gates, rows)


def _row(
    exercise: Exercise, mistake: Mistake, data: ExerciseData, public: ExerciseData
) -> MistakeRow:
    ask = _sampling(mistake) if exercise.law else _running(exercise, mistake.variant)
    graded, checked = _judged(data, ask), _judged(public, ask)
    return MistakeRow(
        mistake,
        tuple(case.verdict is not Verdict.PASSED for case in graded.cases),
        tuple(named_mistakes(graded.findings)),
        tuple(named_mistakes(checked.findings)),
    )


def _judged(data: ExerciseData, ask: Ask) -> ExerciseResult:
    return judge(data, [ask(case.inputs) for case in data.cases])


def _running(exercise: Exercise, variant: Any) -> Ask:
    def ask(inputs: Inputs) -> Outputs | Failure:
        try:
            return exercise.drive.run(variant, inputs)
        except Exception as error:  # a mistake may raise whatever it likes
            return Failure("raised", own_words(str(error)), exception=type(error).__name__)

    return ask


def _sampling(mistake: Mistake) -> Ask:
    generator = torch.Generator().manual_seed(1)
    return lambda inputs: mistake.variant(inputs).sample(generator)


def _shortfall(exercise: Exercise, variant: Any, data: ExerciseData) -> tuple[str, ...]:
    return _complaints(_judged(data, _running(exercise, variant)))


def _disagreement(exercise: Exercise, data: ExerciseData) -> tuple[str, ...]:
    """What the oracle gives otherwise than the solution, both in float64."""
    if exercise.oracle is None:
        return (said("there is none: give the exercise an oracle=..."),)
    pairs = zip(data.cases, exercise.cases, strict=True)
    precise = replace(data, cases=tuple(_in_float64(case, of.slack) for case, of in pairs))
    return _shortfall(exercise, exercise.oracle, precise)


def _in_float64(case: CaseData, slack: float) -> CaseData:
    """The case asked and judged in float64; a law has no precision to raise."""
    expected = case.expected
    if not isinstance(expected, Values):
        return case
    tolerances = {
        name: tolerance(tensor, "float64", tensor.shape[0] if expected.axes else 1, slack)
        for name, tensor in expected.tensors.items()
    }
    precise = replace(
        expected, dtypes=dict.fromkeys(expected.dtypes, "float64"), tolerances=tolerances
    )
    return replace(case, inputs=widened(case.inputs), expected=precise)


def _complaints(result: ExerciseResult) -> tuple[str, ...]:
    return tuple(
        f"{case.name}: {told(*case.finding.said, *case.finding.detail)}"
        for case in result.cases
        if case.finding is not None
    )


def _unseen(data: ExerciseData, rows: Sequence[MistakeRow]) -> tuple[str, ...]:
    hidden = [not case.public for case in data.cases]
    return tuple(
        row.mistake.name
        for row in rows
        if not any(failed and out for failed, out in zip(row.failed, hidden, strict=True))
    )


def _mixed_up(rows: Sequence[MistakeRow]) -> tuple[str, ...]:
    return tuple(
        said("{mistake} is named {names}", mistake=row.mistake.name, names=", ".join(row.named))
        if row.named
        else said("{mistake} is not named", mistake=row.mistake.name)
        for row in rows
        if not row.told_apart
    )


def _unnamed_publicly(rows: Sequence[MistakeRow]) -> tuple[str, ...]:
    unnamed = [row.mistake.name for row in rows if not row.told_apart_publicly]
    return tuple(unnamed) if len(unnamed) > (1 - PUBLICLY_NAMED) * len(rows) else ()
