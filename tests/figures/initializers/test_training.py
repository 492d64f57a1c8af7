from __future__ import annotations

import math

import pytest

from autograder.figures.initializers.training import ARMS, SIZES, STEPS, spirals, train

from . import starting


def test_he_learns_the_spirals_and_a_small_start_does_not() -> None:
    he, small = train(starting.he), train(starting.small)
    assert len(he.losses) == STEPS
    assert len(he.ratios) == len(SIZES) - 1
    assert he.losses[-1] < 0.4
    assert small.losses[-1] == pytest.approx(math.log(ARMS), abs=1e-4)
    assert max(small.ratios) < 1e-15


def test_spirals_have_as_many_points_on_each_arm() -> None:
    x, arm = spirals(points=7)
    assert x.shape == (21, 2)
    assert arm.bincount().tolist() == [7, 7, 7]
