from __future__ import annotations

import re
from typing import Any

import pytest
import torch
from matplotlib.axes import Axes
from torch import Generator, Tensor

from autograder.drawing.canvas import Picture, words_of
from autograder.figures.dropout import fits, regression, subnetworks
from autograder.figures.dropout.regression import GRID, Network, fit, points, truth
from autograder.figures.dropout.subnetworks import draw_fits, draw_subnetworks
from autograder.figures.guard import Unfit

from ..drawn import entries_of
from . import dropout_layers as layers


@pytest.fixture
def few_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(regression, "STEPS", 30)


def numbers_on(axes: Axes) -> list[float]:
    return [float(number) for number in re.findall(r"\d\.\d\d", axes.texts[0].get_text())]


class Recorded(layers.Dropout):
    """In float64, with a mask that stays, so that the loss can be differentiated numerically."""

    def forward(self, x: Tensor, _: bool, generator: Generator, /) -> Tensor:
        if not hasattr(self, "mask"):
            super().forward(x, True, generator)
        return x * self.mask


def test_the_gradients_are_those_of_autograd() -> None:
    network = Network(Recorded(0.4), Recorded(0.4))
    network.params = [w.double() for w in network.params]
    x, y = (part.double() for part in points())
    by_hand = network._gradients(x, y)
    leaves = [w.clone().requires_grad_() for w in network.params]
    w1, b1, w2, b2, w3, b3 = leaves
    one = torch.tanh(x @ w1 + b1) * network.layers[0].mask
    out = (torch.tanh(one @ w2 + b2) * network.layers[1].mask) @ w3 + b3
    wanted = torch.autograd.grad((out - y).square().mean(), leaves)
    for got, expected in zip(by_hand, wanted, strict=True):
        torch.testing.assert_close(got, expected)


@pytest.mark.slow
def test_dropout_learns_less_noise() -> None:
    without, with_dropout = fit(layers.Dropout, 0.0), fit(layers.Dropout, 0.3)
    assert without.error < 0.01 < with_dropout.error
    assert with_dropout.true_error < 0.6 * without.true_error


@pytest.mark.slow
def test_the_test_call_is_in_the_bundle_only_where_the_mean_stays() -> None:
    figure = draw_subnetworks((layers.Dropout, layers.Vanilla, layers.UseAllWeights), 0.4)
    (near, spread), (also_near, _), (far, _) = (numbers_on(axes) for axes in figure.axes)
    assert near < 0.5 * spread
    assert also_near < 0.5 * spread
    assert far > 2 * spread
    thin = [line for line in figure.axes[0].lines if line.get_linewidth() == 0.4]
    assert len(thin) == 200
    labels = {"thin networks", "points", "truth", "at test time", "their mean"}
    assert set(entries_of(figure.legends[0])) == labels
    assert figure.get_size_inches()[0] <= 8
    assert figure.get_size_inches()[1] <= 4


@pytest.mark.usefixtures("few_steps")
def test_a_layer_that_is_always_on_is_jagged_at_test_time() -> None:
    def roughness(layer: Any) -> float:
        return float(fit(layer, 0.4).curve.diff().abs().sum())

    assert roughness(layers.AlwaysOn) > 5 * roughness(layers.Dropout)


@pytest.mark.usefixtures("few_steps")
def test_a_thin_network_has_one_mask_for_all_x() -> None:
    network = Network(layers.Dropout(0.4), layers.Dropout(0.4))
    thin = network.thinned(GRID, 5)
    assert thin.shape == (5, len(GRID))
    assert float(thin.diff(dim=1).abs().max()) < float(thin.std(0).max()), "smooth in x"


def test_the_points_scatter_about_the_truth() -> None:
    x, y = points()
    assert x.shape == y.shape == (24, 1)
    assert float((y - truth(x)).square().mean()) == pytest.approx(0.09, rel=0.5)
    assert torch.equal(points()[1], y)


@pytest.mark.usefixtures("few_steps")
@pytest.mark.parametrize(
    ("layer", "words"),
    [
        *layers.UNFIT,
        (layers.Raising, r"KeyError: 'no \\\$mask\\\$'"),
        (layers.Exploding, "the network diverges"),
    ],
)
def test_what_can_t_be_fitted_is_said(layer: Any, words: str) -> None:
    with pytest.raises(Unfit, match=words):
        fit(layer, 0.3)
    for figure in (draw_fits(layer, (0.1,)), draw_subnetworks((layer, layers.Dropout), 0.3)):
        assert re.search(words, " ".join(figure.axes[0].texts[0].get_text().split()))
        Picture(figure)


@pytest.mark.usefixtures("few_steps")
def test_both_show_and_print_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    fits(layers.Chatty, rates=(0, 0.5))
    subnetworks(layers.Chatty)
    said = capsys.readouterr().out
    assert "p = 0.5" in said
    assert "training error" in said
    assert "200 thin networks" in said
    assert "forward\n" not in said


@pytest.mark.usefixtures("few_steps")
def test_a_panel_for_each_rate() -> None:
    figure = draw_fits(layers.Dropout, (0, 0.1, 0.3))
    assert [axes.get_title() for axes in figure.axes] == ["p = 0", "p = 0.1", "p = 0.3"]
    assert "true error" in words_of(figure)
