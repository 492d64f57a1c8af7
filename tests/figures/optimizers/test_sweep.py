from __future__ import annotations

import math
from itertools import pairwise

import pytest
import torch

from autograder.figures.optimizers import ILL_CONDITIONED
from autograder.figures.optimizers.sweep import RATES, Sweep, sweep
from autograder.figures.optimizers.trajectory import Trajectory

from . import students


def ending_at(*losses: float) -> Sweep:
    """A sweep over a decade a rate, whose runs begin at 1 and end at `losses`."""
    runs = [Trajectory(torch.zeros(11, 2), torch.tensor([1.0] + [loss] * 10)) for loss in losses]
    return Sweep("Made", tuple(10.0**-place for place in range(len(losses), 0, -1)), tuple(runs))


def test_the_rates_go_evenly_up_to_the_cap() -> None:
    assert len(RATES) == 60
    assert (RATES[0], RATES[-1]) == pytest.approx((1e-4, 3.0))
    ratios = [right / left for left, right in pairwise(RATES)]
    assert max(ratios) == pytest.approx(min(ratios))


@pytest.mark.parametrize(
    ("losses", "decades"),
    [
        ((1.0, 1.0, 1.0), 0.0),
        ((0.001, 0.001, 0.001), 2.0),
        ((1.0, 0.01, 1.0), 1.0),
        ((1.0, 0.001, math.inf), 2 / 3),
        ((0.0, math.inf, 0.0), 0.0),
    ],
)
def test_decades_are_read_off_between_rates(losses: tuple[float, ...], decades: float) -> None:
    # Beside 299 decades down to zero, the crossing is as good as at the other end.
    assert ending_at(*losses).decades(0.1) == pytest.approx(decades, abs=0.01)


@pytest.mark.parametrize(
    ("losses", "cut"),
    [
        ((1.0, 0.01, 1.0), False),
        ((1.0, 0.01, 0.01), True),
        ((0.01, 1.0, 1.0), True),
        ((1.0, 0.01, 0.1), False),
        ((1.0, 0.01, math.inf), False),
    ],
)
def test_a_width_is_cut_off_where_an_edge_is_still_below(
    losses: tuple[float, ...], cut: bool
) -> None:
    assert ending_at(*losses).cut_off(0.1) is cut


def test_the_best_rate_is_the_smallest_of_those_that_come_to_rest() -> None:
    assert ending_at(0.5, 1e-3, 0.2).best == 1
    assert ending_at(0.5, 1e-7, 1e-40, 1e-9).best == 1


def test_a_diverged_run_is_never_the_best() -> None:
    swept = sweep(students.SGD, ILL_CONDITIONED, 100, rates=(3.0, 1e-4))
    assert [run.diverged for run in swept.runs] == [True, False]
    assert swept.best == 1


def test_where_nothing_runs_the_first_run_says_why() -> None:
    swept = sweep(students.Unsolved, ILL_CONDITIONED, 10)
    assert swept.runs[swept.best].fault == "not written yet"
    assert swept.decades(1.0) == 0.0


def test_the_widths_of_the_right_optimizers() -> None:
    first = ILL_CONDITIONED.value(torch.tensor(ILL_CONDITIONED.start)).item()
    widths = {
        optimizer.__name__: round(sweep(optimizer, ILL_CONDITIONED, 100).decades(first / 1000), 2)
        for optimizer in (*students.RIGHT, students.LectureAdam)
    }
    assert widths == {
        "SGD": 0.24,
        "Momentum": 1.51,
        "AdaGrad": 1.61,
        "RMSProp": 0.55,
        "Adam": 2.36,
        "LectureAdam": 2.65,
    }
