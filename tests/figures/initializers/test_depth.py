from __future__ import annotations

import pytest

from autograder.figures.initializers.depth import draw_depth, draw_growth

from ..drawn import entries_of, heights_of
from . import starting


def test_float32_ends_in_layer_32() -> None:
    (axes,) = draw_growth(starting.normal, (1.0,), 40).axes
    assert entries_of(axes.get_legend()) == ["std 1: infinite from layer 32 on"]
    predicted, measured = (heights_of(line) for line in axes.lines[:2])
    assert predicted[32] == 2.0**128
    assert len(measured) == 32
    assert measured == pytest.approx(predicted[:32], rel=0.5)


def test_a_small_std_ends_at_zero_and_the_right_one_stays() -> None:
    (axes,) = draw_growth(starting.normal, (0.01, 0.0625), 60).axes
    small, right = entries_of(axes.get_legend())
    assert small in [f"std 0.01: 0 from layer {layer} on" for layer in (56, 57, 58)]
    assert right.startswith("std 0.0625: 0.")


def test_he_stays_where_xavier_shrinks() -> None:
    figure = draw_depth({"Xavier": starting.xavier, "He": starting.he}, "relu")
    for axes, end in zip(figure.axes, (-1, 0), strict=True):
        xavier, he = (heights_of(line)[end] for line in axes.lines)
        assert xavier == pytest.approx(2**-10, rel=0.5)
        assert he == pytest.approx(1, rel=0.5)
    assert entries_of(figure.legends[0]) == ["Xavier", "He"]
