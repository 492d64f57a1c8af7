"""One run of a student's optimizer down a surface: where it went, and how it ended."""

from __future__ import annotations

import inspect
import io
import math
from collections.abc import Callable
from contextlib import redirect_stdout
from dataclasses import dataclass
from typing import Any, TypeAlias

import torch
from torch import Tensor

from autograder.figures.guard import in_words
from autograder.figures.optimizers.surfaces import Surface
from autograder.words.said import said

OptimizerClass: TypeAlias = Callable[..., Any]
"""A student's class: made from hyper-parameters by name, with `update(params, grads)`."""

Place: TypeAlias = tuple[float, ...]
"""The elements of the one parameter, `w`."""

USUAL = {"beta": 0.9, "alpha": 0.9, "beta1": 0.9, "beta2": 0.999, "eps": 1e-8}
"""The course's values of the hyper-parameters other than the rate."""

FAR = 1e6
"""A coordinate beyond this has diverged: every surface's start and minima are within 2."""

EDGE = 1e9
"""Where a diverged path ends, however much farther it went: no axis can show 1e300."""


@dataclass(frozen=True)
class Trajectory:
    """A run of some steps, in float64.

    Args:
        points: shape (steps taken + 1, 2); the first is the start.
        losses: shape (steps taken + 1,); how far the value is above the surface's lowest.
        fault: why there is nothing to draw, in words; "" where there is.
        diverged: the run was ended because it went too far off.
    """

    points: Tensor
    losses: Tensor
    fault: str = ""
    diverged: bool = False

    @property
    def settled(self) -> float:
        """The mean of the last ten losses; infinite where there is a fault.

        One loss alone would depend on where in its swing a run was stopped.
        """
        return math.inf if self.fault else self.losses[-10:].mean().item()


def run(optimizer: OptimizerClass, lr: float, surface: Surface, steps: int) -> Trajectory:
    """Make an optimizer with the rate `lr`, and let it take `steps` steps from the start."""
    places, fault = walk(optimizer, lr, surface.start, surface.gradient, steps)
    path = torch.tensor(places, dtype=torch.float64).clamp(-EDGE, EDGE)
    return Trajectory(
        points=path,
        losses=surface.value(path) - surface.lowest,
        fault=fault,
        diverged=bool(path.abs().max() > FAR),
    )


def walk(
    optimizer: OptimizerClass,
    lr: float,
    start: Place,
    gradient: Callable[[Tensor], Tensor],
    steps: int,
) -> tuple[list[Place], str]:
    """Let a new optimizer with the rate `lr` take `steps` steps, fewer where it goes too far off.

    Returns:
        Where it was, from `start` on; and what is wrong with that, in words, or "".
    """
    places = [start]
    try:
        # A forgotten print would otherwise fill the notebook with thousands of lines.
        with redirect_stdout(io.StringIO()):
            fault = _take_steps(construct(optimizer, lr), gradient, steps, places)
    except Exception as error:
        fault = in_words(error)
    if not fault and all(place == start for place in places):
        fault = said("does not move")
    return places, fault


def construct(optimizer: OptimizerClass, lr: float) -> Any:
    """An optimizer with the rate `lr` and, of the others, the usual ones that it asks for."""
    asked = inspect.signature(optimizer).parameters
    return optimizer(lr=lr, **{name: value for name, value in USUAL.items() if name in asked})


def _take_steps(
    optimizer: Any, gradient: Callable[[Tensor], Tensor], steps: int, places: list[Place]
) -> str:
    """Append each step's place to `places`; the fault in words, or "" where there is none."""
    start = torch.tensor(places[0], dtype=torch.float64)
    params = {"w": start.clone()}
    for step in range(1, steps + 1):
        optimizer.update(params, {"w": gradient(params["w"].detach())})
        w = params["w"]
        if not isinstance(w, Tensor):
            return said("makes of w a {kind}", kind=type(w).__name__)
        if w.shape != start.shape:
            before, after = tuple(start.shape), tuple(w.shape)
            return said(
                "changes the shape of w from {before} to {after}", before=before, after=after
            )
        place = tuple(float(coordinate) for coordinate in w.tolist())
        if any(math.isnan(coordinate) for coordinate in place):
            return said("gives NaN at step {step}", step=step)
        places.append(place)
        if max(abs(coordinate) for coordinate in place) > FAR:
            return ""
    return ""
