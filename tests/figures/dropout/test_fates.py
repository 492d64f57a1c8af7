from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from autograder.drawing.canvas import Picture
from autograder.figures.dropout import fates, moments, noise
from autograder.figures.dropout.fates import draw_fates, draw_noise, tabulate

from ..drawn import entries_of, heights_of
from . import dropout_layers as layers


def variance(x: float, p: float) -> float:
    return p / (1 - p) * x**2


def test_the_grids_say_what_was_dropped() -> None:
    figure = draw_fates(layers.Dropout, 0.3)
    first, second, gradient = [axes.get_title() for axes in figure.axes]
    assert first == "first call:\n26% dropped, others 1.43"
    assert second.split("\n")[1] == gradient.split("\n")[1] != first.split("\n")[1]
    grids = [np.asarray(axes.images[0].get_array()) for axes in figure.axes]
    assert np.array_equal(grids[1], grids[2])
    assert not np.array_equal(grids[0], grids[1])
    assert grids[0].shape == (20, 30)


def test_a_layer_that_drops_nothing_or_all_gets_its_grids() -> None:
    kept = draw_fates(layers.Dropout, 0.0)
    assert kept.axes[0].get_title() == "first call:\n0% dropped, others 1"
    dropped = draw_fates(layers.Dropout, 0.999999999)
    assert dropped.axes[0].get_title() == "first call:\n100% dropped"
    Picture(dropped)


def test_moments_are_near_the_formulas() -> None:
    table = tabulate(layers.Dropout, 0.2, (2, -1, 4))
    assert table.title == "Dropout(0.2), 10,000 calls"
    columns = {head: entries for head, *entries in table.columns}
    assert columns["at test time"] == ["2", "−1", "4"]
    means = [float(entry.replace("−", "-")) for entry in columns["mean in training"]]
    spreads = [float(entry) for entry in columns["variance in training"]]
    assert means == pytest.approx([2, -1, 4], abs=0.08)
    assert spreads == pytest.approx([1, 0.25, 4], rel=0.08)


def test_dots_lie_on_right_curves() -> None:
    axes = draw_noise(layers.Dropout, variance, (0.2, 0.7)).axes[0]
    labels = ["p = 0.2, predicted", "p = 0.2, measured", "p = 0.7, predicted", "p = 0.7, measured"]
    assert entries_of(axes.get_legend()) == labels
    for predicted, measured in (axes.lines[:2], axes.lines[2:]):
        assert heights_of(measured) == pytest.approx(heights_of(predicted), rel=0.1, abs=1e-12)


@pytest.mark.parametrize(("layer", "words"), layers.UNFIT)
def test_what_can_t_be_drawn_is_said(layer: Any, words: str) -> None:
    for figure in (draw_fates(layer, 0.3), draw_noise(layer, variance, (0.2,))):
        assert words in " ".join(figure.axes[0].texts[0].get_text().split())
        Picture(figure)
    assert words in tabulate(layer, 0.2, (1,)).words[0]


def test_an_unsolved_variance_is_said() -> None:
    def unsolved(x: float, p: float) -> float:
        raise NotImplementedError

    text = draw_noise(layers.Dropout, unsolved, (0.2,)).axes[0].texts[0].get_text()
    assert "not written yet" in text


def test_all_show_and_print_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    fates(layers.Chatty)
    moments(layers.Chatty)
    noise(layers.Chatty, variance)
    said = capsys.readouterr().out
    assert "white is dropped" in said
    assert "mean in training" in said
    assert "variance of the output against x" in said
    assert "forward\n" not in said
