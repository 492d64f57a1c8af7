"""The drive of functions that take numbers and give a number back."""

from __future__ import annotations

from collections.abc import Sequence
from numbers import Real
from typing import TYPE_CHECKING, Any

import torch

from autograder.data.inputs import Inputs
from autograder.data.outcomes import Outputs
from autograder.data.sentence import Sentence
from autograder.drives.drive import Drive, UnfitOutput

if TYPE_CHECKING:
    from autograder.drives.draw import Draw


def _inputs(draw: Draw, *, grid: dict[str, Sequence[float]], jitter: float = 0.25) -> Inputs:
    """A case with one call for each place of `grid`.

    Args:
        draw: where the numbers come from.
        grid: for each argument its value at each call, all equally many; a whole number stays what
            it is.
        jitter: by which share of itself every other number is moved, so that hidden calls can't be
            guessed.
    """
    moved = {name: _moved(draw, values, jitter) for name, values in grid.items()}
    calls = [dict(zip(moved, values, strict=True)) for values in zip(*moved.values(), strict=True)]
    return Inputs({"calls": calls}, {})


def _moved(draw: Draw, values: Sequence[float], jitter: float) -> list[float]:
    shifts = draw.uniform((len(values),), 1 - jitter, 1 + jitter).tolist()
    return [
        value if isinstance(value, int) else value * shift
        for value, shift in zip(values, shifts, strict=True)
    ]


def _run(obj: Any, inputs: Inputs) -> Outputs:
    """What each call gives, in float64, in the order of the calls."""
    numbers = [_number(obj(**call)) for call in inputs.settings["calls"]]
    return {"result": torch.tensor(numbers, dtype=torch.float64)}


def _number(value: Any) -> float:
    if not isinstance(value, Real):
        raise UnfitOutput("wrong kind", Sentence("no-number", type=type(value).__name__))
    return float(value)


scalar_calls = Drive("scalar_calls", _inputs, _run, axes="call", precision="float32")
