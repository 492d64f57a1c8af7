"""Prepared cases: what is asked of a submission and expected of it, as data.

Inputs, expected outputs, and what each known mistake would have given. The grader makes all of it
from a solution (`exercises.prepare`); the checks bundle holds the public part. Both are judged by
the same code, and neither needs the reference any more.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TypeAlias

from autograder.data.inputs import Inputs
from autograder.judging.policy import DEFAULT, Policy
from autograder.judging.statistics import Statistics
from autograder.judging.values import Values

Expected: TypeAlias = Values | Statistics


@dataclass(frozen=True)
class CaseData:
    """One case, ready to be asked and judged. A mistake that raises on it has None."""

    name: str
    public: bool
    weight: int
    inputs: Inputs
    expected: Expected
    mistakes: Mapping[str, Expected | None]


@dataclass(frozen=True)
class KnownMistake:
    """What is said where a mistake is named."""

    name: str
    hint: str
    valid_elsewhere: bool


@dataclass(frozen=True)
class ExerciseData:
    """One exercise, ready to be asked and judged.

    Args:
        name: the exercise's name.
        object_name: what the student defines.
        drive: the drive's reference (`autograder.drives.find`).
        points: what full credit earns.
        cases: what is asked.
        mistakes: what can be named.
        policy: what forms that are valid elsewhere count, and what using the library costs.
        forbids: dotted names of what is to be implemented instead.
    """

    name: str
    object_name: str
    drive: str
    points: Fraction
    cases: tuple[CaseData, ...]
    mistakes: tuple[KnownMistake, ...]
    policy: Policy = DEFAULT
    forbids: tuple[str, ...] = ()


def on_device(exercise: ExerciseData, device: str) -> ExerciseData:
    """The same exercise, as code is judged that computes on `device`: by its tolerances."""
    cases = (
        replace(
            case,
            expected=_on(case.expected, device),
            mistakes={name: known and _on(known, device) for name, known in case.mistakes.items()},
        )
        for case in exercise.cases
    )
    return replace(exercise, cases=tuple(cases))


def _on(expected: Expected, device: str) -> Expected:
    if not isinstance(expected, Values):
        return expected  # statistics have bounds that no rounding reaches
    tolerances = {
        name: allowed.on(device, expected.dtypes.get(name, "float32"))
        for name, allowed in expected.tolerances.items()
    }
    return replace(expected, tolerances=tolerances)
