"""An optimizer run at every rate of a fixed list: no randomness, the same start for all."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import torch

from autograder.figures.guard import name_of
from autograder.figures.optimizers.surfaces import Surface
from autograder.figures.optimizers.trajectory import OptimizerClass, Trajectory, run

RATES: tuple[float, ...] = tuple(
    torch.logspace(-4, math.log10(3), 60, dtype=torch.float64).tolist()
)
"""From 0.0001 to the cap of 3, evenly on a logarithmic axis."""

AT_REST = 1e-6
"""Losses below this part of the first are all as good: among them the smallest rate is best."""


@dataclass(frozen=True)
class Sweep:
    """One trajectory for each rate."""

    name: str
    rates: tuple[float, ...]
    runs: tuple[Trajectory, ...]

    @property
    def losses(self) -> list[float]:
        """The loss that each rate settles at."""
        return [run.settled for run in self.runs]

    @property
    def best(self) -> int:
        """The place of the rate that settles lowest; 0, whose run says why, where none settles."""
        floor = AT_REST * self.runs[0].losses[0].item()
        losses = [math.inf if run.diverged else max(run.settled, floor) for run in self.runs]
        return losses.index(min(losses))

    def decades(self, loss: float) -> float:
        """How many decades of rates settle below `loss`; between two rates, read off a line.

        >>> runs = [Trajectory(torch.zeros(1, 2), torch.tensor([end])) for end in (8.0, 0.5, 0.5)]
        >>> Sweep("SGD", (0.01, 0.1, 1.0), tuple(runs)).decades(2.0)
        1.5
        """
        # Zero has no logarithm; 1e-300 is as far below.
        heights = [math.log10(max(settled, 1e-300) / loss) for settled in self.losses]
        widths = [math.log10(right / left) for left, right in pairwise(self.rates)]
        shares = [_share_below_zero(left, right) for left, right in pairwise(heights)]
        return sum(width * share for width, share in zip(widths, shares, strict=True))

    def cut_off(self, loss: float) -> bool:
        """Whether it is an edge of the rates, not the optimizer, that ends the width at `loss`."""
        return min(self.losses[0], self.losses[-1]) < loss


def sweep(
    optimizer: OptimizerClass, surface: Surface, steps: int, rates: Sequence[float] = RATES
) -> Sweep:
    """Run `optimizer` down `surface` once at each rate."""
    runs = tuple(run(optimizer, rate, surface, steps) for rate in rates)
    return Sweep(name_of(optimizer), tuple(rates), runs)


def _share_below_zero(start: float, end: float) -> float:
    """How much of a straight line from the height `start` to `end` lies below zero."""
    if (start < 0) == (end < 0):
        return float(start < 0)
    low, high = min(start, end), max(start, end)
    return low / (low - high)
