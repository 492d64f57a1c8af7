"""The checks bundle: the public cases of an assignment, as one file of data.

A safetensors file: tensors by path ("adam/hundred steps/expected/w0"), and one metadata entry with
JSON for all the rest. It carries the number of its format.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import takewhile
from pathlib import Path
from typing import Any

import safetensors.torch
from safetensors import SafetensorError, safe_open
from torch import Tensor

from autograder.data.inputs import Inputs
from autograder.errors import AuthorError, BundleError
from autograder.judging.policy import Policy
from autograder.judging.prepared import CaseData, ExerciseData, Expected, KnownMistake
from autograder.judging.statistics import Statistic, Statistics
from autograder.judging.tolerance import Tolerance
from autograder.judging.values import Values
from autograder.words.said import said

FORMAT = 1
# Only one entry: safetensors writes several in no fixed order, and a build changes no byte.
_ENTRY = "autograder"

_UNREADABLE = (
    *(SafetensorError, OSError, RecursionError),
    *(LookupError, TypeError, ValueError, AttributeError, AuthorError),  # JSON that says else
)


def write(path: Path, exercises: Sequence[ExerciseData]) -> None:
    """Writes the public cases of `exercises` to `path`; the same bytes for the same data."""
    public = (
        replace(exercise, cases=tuple(case for case in exercise.cases if case.public))
        for exercise in exercises
    )
    path.write_bytes(encode([*public]))


def encode(exercises: Sequence[ExerciseData], **beside: Any) -> bytes:
    """A file with all cases of `exercises`, hidden ones too; which they are, it does not say.

    Args:
        exercises: what goes in.
        beside: JSON values that go in as well, by name.
    """
    tensors: dict[str, Tensor] = {}
    entries = [_exercise_out(exercise, exercise.cases, tensors) for exercise in exercises]
    data = {"format": FORMAT, "exercises": entries, **beside}
    metadata = {_ENTRY: json.dumps(data, sort_keys=True, ensure_ascii=False)}
    made: bytes = safetensors.torch.save(tensors, metadata)
    return made


def read(path: Path) -> tuple[ExerciseData, ...]:
    """The exercises of a bundle, with their public cases.

    Raises:
        BundleError: where the file is missing, damaged, or of a newer format than this package's.
    """
    return decode(path)[0]


def decode(path: Path) -> tuple[tuple[ExerciseData, ...], Mapping[str, Any]]:
    """The exercises of a file, each case as if it were public, and what else `encode` put there.

    Raises:
        BundleError: as `read` does.
    """
    if not path.is_file():
        raise BundleError(
            said(
                "There is no {path} in {parent}: keep it beside the notebook, as it came "
                "with the assignment.",
                path=path.name,
                parent=path.parent,
            )
        )
    try:
        with safe_open(path, framework="pt") as file:
            data = json.loads((file.metadata() or {})[_ENTRY])
            tensors = {name: file.get_tensor(name) for name in sorted(file.keys())}
        if data["format"] <= FORMAT:
            return tuple(_exercise_in(entry, tensors) for entry in data["exercises"]), data
    except _UNREADABLE as error:
        raise BundleError(
            said(
                "{path} can't be read ({error}): put the file that came with the assignment back.",
                path=path.name,
                error=error,
            )
        ) from error
    raise BundleError(
        said(
            "{path} has format {found}, and this package reads up to {supported}: it is "
            "older than the assignment; install the newer package that came with it.",
            path=path.name,
            found=data["format"],
            supported=FORMAT,
        )
    )


def _exercise_out(
    exercise: ExerciseData, cases: Sequence[CaseData], tensors: dict[str, Tensor]
) -> dict[str, Any]:
    return {
        "name": exercise.name,
        "object": exercise.object_name,
        "drive": exercise.drive,
        "points": str(exercise.points),
        "mistakes": [
            {"name": mistake.name, "hint": mistake.hint, "valid elsewhere": mistake.valid_elsewhere}
            for mistake in exercise.mistakes
        ],
        "forbids": exercise.forbids,
        "policy": {
            "valid elsewhere": str(exercise.policy.valid_elsewhere),
            "library use": exercise.policy.library_use,
        },
        "cases": [_case_out(case, f"{exercise.name}/{case.name}", tensors) for case in cases],
    }


def _exercise_in(data: Mapping[str, Any], tensors: Mapping[str, Tensor]) -> ExerciseData:
    return ExerciseData(
        name=data["name"],
        object_name=data["object"],
        drive=data["drive"],
        points=Fraction(data["points"]),
        cases=tuple(
            _case_in(case, f"{data['name']}/{case['name']}", tensors) for case in data["cases"]
        ),
        mistakes=tuple(
            KnownMistake(mistake["name"], mistake["hint"], mistake["valid elsewhere"])
            for mistake in data["mistakes"]
        ),
        policy=Policy(Fraction(data["policy"]["valid elsewhere"]), data["policy"]["library use"]),
        forbids=tuple(data["forbids"]),
    )


def _case_out(case: CaseData, path: str, tensors: dict[str, Tensor]) -> dict[str, Any]:
    _put(tensors, f"{path}/inputs", case.inputs.tensors)
    return {
        "name": case.name,
        "weight": case.weight,
        "settings": case.inputs.settings,
        "expected": _expected_out(case.expected, f"{path}/expected", tensors),
        "mistakes": {
            name: expected and _expected_out(expected, f"{path}/mistakes/{name}", tensors)
            for name, expected in case.mistakes.items()
        },
    }


def _case_in(data: Mapping[str, Any], path: str, tensors: Mapping[str, Tensor]) -> CaseData:
    given = _under(tensors, f"{path}/inputs")
    return CaseData(
        name=data["name"],
        public=True,
        weight=data["weight"],
        inputs=Inputs(data["settings"], given),
        expected=_expected_in(data["expected"], f"{path}/expected", tensors, given),
        mistakes={
            name: expected and _expected_in(expected, f"{path}/mistakes/{name}", tensors, given)
            for name, expected in data["mistakes"].items()
        },
    )


def _expected_out(expected: Expected, path: str, tensors: dict[str, Tensor]) -> dict[str, Any]:
    if isinstance(expected, Values):
        _put(tensors, path, expected.tensors)
        return {
            "dtypes": expected.dtypes,
            "tolerances": {name: [t.rtol, t.atol] for name, t in expected.tolerances.items()},
            "axes": expected.axes,
        }
    return {
        "dtypes": expected.dtypes,
        "shapes": expected.shapes,
        "statistics": [
            [s.measure, s.parameter, s.expected, s.low, s.high] for s in expected.statistics
        ],
    }


def _expected_in(
    data: Mapping[str, Any],
    path: str,
    tensors: Mapping[str, Tensor],
    given: Mapping[str, Tensor],
) -> Expected:
    if "tolerances" in data:
        return Values(
            tensors=_under(tensors, path),
            dtypes=data["dtypes"],
            tolerances={name: Tolerance(*pair) for name, pair in data["tolerances"].items()},
            axes=data["axes"],
        )
    return Statistics(
        shapes={name: tuple(shape) for name, shape in data["shapes"].items()},
        dtypes=data["dtypes"],
        statistics=tuple(Statistic(*entry) for entry in data["statistics"]),
        given=given,
    )


def _put(tensors: dict[str, Tensor], path: str, named: Mapping[str, Tensor]) -> None:
    tensors.update({f"{path}/{name}": tensor.contiguous() for name, tensor in named.items()})


def _under(tensors: Mapping[str, Tensor], path: str) -> dict[str, Tensor]:
    """Those whose names begin with `path`, without it; `tensors` are in their names' order."""
    lead, names = f"{path}/", [*tensors]
    found = takewhile(lambda name: name.startswith(lead), names[bisect_left(names, lead) :])
    return {name.removeprefix(lead): tensors[name] for name in found}
