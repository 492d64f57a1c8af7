"""Asking a sealed session all cases of exercises, in an order that gives nothing away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import prod
from typing import TypeAlias

from autograder.data.outcomes import Failure
from autograder.judging.judge import Reply
from autograder.judging.prepared import CaseData, ExerciseData
from autograder.judging.values import Values
from autograder.results.kinds import Kind
from autograder.sealed.outside.session import Session
from autograder.sealed.wire.batch import Batch, pack

Batches: TypeAlias = Mapping[bool, Batch]
"""By whether they are public: the cases of an exercise, as they are sent."""


@dataclass
class Answers:
    """What came of an exercise.

    Args:
        replies: one for each case, in their order; None where it was not asked.
        used: what they called of what is forbidden, as far as the process tells.
    """

    replies: list[Reply]
    used: set[str] = field(default_factory=set)

    @property
    def ended(self) -> bool:
        """Whether a case did not end well."""
        failures = (reply for reply in self.replies if isinstance(reply, Failure))
        return any(Kind(failure.kind).traits.ends for failure in failures)


def batches(exercise: ExerciseData) -> Batches:
    """The public and the hidden cases of an exercise, packed."""
    return {
        public: pack([exercise.cases[number].inputs for number in _numbers(exercise, public)])
        for public in (True, False)
    }


def ask(
    session: Session, exercises: Sequence[ExerciseData], cases: Mapping[str, Batches]
) -> dict[str, Answers]:
    """What came of each exercise, by its name: the public cases of all are asked first.

    A student reads all that is said of a public case, so that no hidden one, of any exercise, may
    have been seen by then.

    Args:
        session: where the cells have run.
        exercises: which to ask.
        cases: what `batches` made of each, by its name.
    """
    answers = {exercise.name: Answers([None] * len(exercise.cases)) for exercise in exercises}
    for public in (True, False):
        for exercise in exercises:
            own = answers[exercise.name]
            if own.ended:
                continue
            batch = cases[exercise.name][public]
            asked = (exercise.object_name, exercise.drive, batch, _reply_bytes(exercise))
            # Fewer come back where the process did not survive one.
            numbered = zip(_numbers(exercise, public), session.ask(*asked), strict=False)
            for number, reply in numbered:
                own.replies[number] = reply
            own.used |= session.used
    return answers


def _numbers(exercise: ExerciseData, public: bool) -> list[int]:
    return [number for number, case in enumerate(exercise.cases) if case.public is public]


def _reply_bytes(exercise: ExerciseData) -> int:
    """An honest reply is as large as what is expected, in at most eight bytes a number."""
    return max(map(_case_bytes, exercise.cases))


def _case_bytes(case: CaseData) -> int:
    shapes = (
        [tuple(tensor.shape) for tensor in case.expected.tensors.values()]
        if isinstance(case.expected, Values)
        else list(case.expected.shapes.values())
    )
    return 2 * 8 * sum(map(prod, shapes)) + 64 * 1024
