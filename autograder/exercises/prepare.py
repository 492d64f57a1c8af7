"""Makes the cases of an exercise as data: its solution and its mistakes put through the inputs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import torch
from torch import Tensor

from autograder import drives
from autograder.data.inputs import Inputs
from autograder.data.outcomes import Outputs
from autograder.drives.draw import PUBLIC_KEY, Draw
from autograder.drives.drive import UnfitOutput
from autograder.errors import AuthorError
from autograder.exercises.exercise import Case, Exercise
from autograder.judging.policy import DEFAULT, Policy
from autograder.judging.prepared import CaseData, ExerciseData, Expected, KnownMistake
from autograder.judging.tolerance import tolerance
from autograder.judging.values import Values
from autograder.words.said import said


def prepare(exercise: Exercise, key: bytes, policy: Policy = DEFAULT) -> ExerciseData:
    """All cases of `exercise`: the public ones from the public key, the hidden ones from `key` too.

    Args:
        exercise: which one.
        key: the course key.
        policy: that of its assignment.

    Raises:
        AuthorError: where the solution itself fails on a case.
    """
    return _prepare(exercise, [_case(exercise, case, key) for case in exercise.cases], policy)


def prepare_public(exercise: Exercise, policy: Policy = DEFAULT) -> ExerciseData:
    """The public cases alone: what the checks bundle holds; no course key is needed."""
    public = [_case(exercise, case, PUBLIC_KEY) for case in exercise.cases if case.public]
    return _prepare(exercise, public, policy)


def _prepare(exercise: Exercise, cases: list[CaseData], policy: Policy) -> ExerciseData:
    return ExerciseData(
        name=exercise.name,
        object_name=exercise.solution.__name__,
        drive=drives.reference(exercise.drive),
        points=exercise.points,
        cases=tuple(cases),
        mistakes=tuple(
            KnownMistake(mistake.name, mistake.hint, mistake.valid_elsewhere)
            for mistake in exercise.mistakes
        ),
        policy=policy,
        forbids=exercise.forbids,
    )


def _case(exercise: Exercise, case: Case, key: bytes) -> CaseData:
    draw = Draw(PUBLIC_KEY if case.public else key, exercise.name, case.name)
    arguments = {**exercise.defaults, **case.arguments}
    try:
        inputs = exercise.drive.inputs(draw, **arguments)
    except TypeError as error:
        raise AuthorError(
            said(
                "exercise {exercise}, case {case}: the drive {name} does not take these "
                "arguments: {error}.",
                exercise=repr(exercise.name),
                case=repr(case.name),
                name=repr(exercise.drive.name),
                error=error,
            )
        ) from error
    expect = _by_law if exercise.law else _by_running
    expected, mistakes = expect(exercise, case, inputs)
    return CaseData(case.name, case.public, case.weight, inputs, expected, mistakes)


def _by_law(
    exercise: Exercise, _: Case, inputs: Inputs
) -> tuple[Expected, dict[str, Expected | None]]:
    assert exercise.law is not None
    law = exercise.law(inputs)
    mistakes = {
        mistake.name: mistake.variant(inputs).statistics(law) for mistake in exercise.mistakes
    }
    return law.statistics(law), mistakes


def _by_running(
    exercise: Exercise, case: Case, inputs: Inputs
) -> tuple[Expected, dict[str, Expected | None]]:
    """Expected values in float64 on the CPU, whatever the dtype that the student gets."""
    outputs = _outputs(exercise, exercise.solution, inputs)
    if isinstance(outputs, Exception):
        raise AuthorError(
            said(
                "exercise {exercise}: its own solution fails on case {case}: {outputs}",
                exercise=repr(exercise.name),
                case=repr(case.name),
                outputs=outputs,
            )
        ) from outputs
    if not isinstance(outputs, dict) or not all(isinstance(t, Tensor) for t in outputs.values()):
        raise AuthorError(
            said(
                "exercise {exercise}, case {case}: the drive {name} gave a {type}; let "
                "its run give a dict of tensors by name.",
                exercise=repr(exercise.name),
                case=repr(case.name),
                name=repr(exercise.drive.name),
                type=type(outputs).__name__,
            )
        )
    dtypes = _dtypes(exercise, inputs)
    mistakes: dict[str, Expected | None] = {}
    for mistake in exercise.mistakes:
        got = _outputs(exercise, mistake.variant, inputs)
        mistakes[mistake.name] = (
            None if isinstance(got, Exception) else _values(exercise, case, got, dtypes)
        )
    return _values(exercise, case, outputs, dtypes), mistakes


def widened(inputs: Inputs) -> Inputs:
    """The same inputs, in float64 wherever they are floats."""
    wide = {
        name: tensor.to(torch.float64) if tensor.is_floating_point() else tensor.clone()
        for name, tensor in inputs.tensors.items()
    }
    return Inputs(inputs.settings, wide)


def _outputs(exercise: Exercise, variant: Any, inputs: Inputs) -> Outputs | Exception:
    try:
        return exercise.drive.run(variant, widened(inputs))
    except (Exception, UnfitOutput) as error:  # a mistake may raise whatever it likes
        return error


def _dtypes(exercise: Exercise, inputs: Inputs) -> dict[str, str]:
    """The dtypes that right code gives back for these inputs, as they are sent."""
    outputs = exercise.drive.run(exercise.solution, inputs)
    return {name: str(tensor.dtype).removeprefix("torch.") for name, tensor in outputs.items()}


def _values(exercise: Exercise, case: Case, outputs: Outputs, dtypes: Mapping[str, str]) -> Values:
    axes = exercise.drive.axes
    return Values(
        tensors=outputs,
        dtypes=dtypes,
        tolerances={
            name: tolerance(
                # Where a mistake overflows, its finite entries give the scale.
                torch.nan_to_num(tensor.double(), 0.0, 0.0, 0.0),
                exercise.drive.precision or dtypes.get(name, "float32"),
                tensor.shape[0] if axes else 1,
                case.slack,
            )
            for name, tensor in outputs.items()
        },
        axes=axes,
    )
