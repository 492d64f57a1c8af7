"""The figures and tables of batch normalization, with right layers and with wrong ones."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import torch
from matplotlib.figure import Figure

from autograder.drawing.canvas import HEIGHT, WIDTH, Picture
from autograder.figures.batchnorm import (
    batch_mates,
    batch_sizes,
    batchnorm_by_hand,
    deep_layers,
    gradient_report,
    rescaled_weights,
    running_statistics,
)
from autograder.figures.batchnorm import batch_norm_tables as tables
from autograder.figures.batchnorm.batch_mates import MATES, draw_batch_mates
from autograder.figures.batchnorm.batch_sizes import SIZES, draw_batch_sizes, in_batches
from autograder.figures.batchnorm.deep_layers import draw_deep_layers
from autograder.figures.batchnorm.running_statistics import draw_running_statistics

from ..drawn import entries_of, heights_of, points_of
from .batch_layers import WRONG, BatchNorm1d, Biased, Chatty, ThroughXAlone, Zeros

DRAWN = [draw_batch_sizes, draw_running_statistics, draw_deep_layers]


def heights_of_bars(axes: Any) -> list[float]:
    return [float(bar.get_height()) for bar in axes.patches]


def texts(figure: Figure) -> str:
    return " | ".join(" ".join(t.get_text().split()) for axes in figure.axes for t in axes.texts)


def test_a_batch_decides_what_an_image_is() -> None:
    figure = draw_batch_mates()
    titles = [axes.get_title() for axes in figure.axes]
    assert titles == ["the image", *MATES]
    among_all, others, own = map(heights_of_bars, figure.axes[1:])
    for likely in (among_all, others, own):
        assert sum(likely) == pytest.approx(1, abs=1e-5)
    assert among_all.index(max(among_all)) == others.index(max(others)) == 0
    assert own[0] < 0.1


def test_two_rows_leave_two_outputs() -> None:
    values = in_batches(BatchNorm1d, 2)
    # Where the other sample is within 0.045 of this one, eps takes more than a hundredth off.
    assert float((values.abs() > 0.99).float().mean()) == pytest.approx(0.978, abs=0.015)
    # The other one is below 1 with the probability 0.841: six deviations are 0.035.
    assert float((values > 0).float().mean()) == pytest.approx(0.841, abs=0.035)


def test_outputs_are_within_their_bound_and_gather_about_that_of_eval_mode() -> None:
    spreads = []
    for size in SIZES:
        values = in_batches(BatchNorm1d, size)
        assert float(values.abs().max()) <= (size - 1) ** 0.5 * (1 + 1e-5)
        spreads.append(float(values.std()))
    assert spreads == sorted(spreads, reverse=True)
    assert spreads[-1] == pytest.approx((1.5 / 128) ** 0.5, rel=0.1)


def test_a_histogram_for_each_size_with_the_line_of_eval_mode() -> None:
    figure = draw_batch_sizes(BatchNorm1d)
    assert len(figure.axes) == len(SIZES)
    for axes, size in zip(figure.axes, SIZES, strict=True):
        assert axes.texts[0].get_text().startswith(f"B = {size}: ")
        # Wholly in sight.
        assert sum(heights_of_bars(axes)) == pytest.approx(4000, rel=0.01)
        (line,) = [line for line in axes.lines if line.get_label() == "in eval mode"]
        assert [x for x, _ in points_of(line)] == pytest.approx([1, 1], rel=1e-4)


def test_running_values_find_the_distribution() -> None:
    mean, var = (heights_of(axes.lines[0]) for axes in draw_running_statistics(BatchNorm1d).axes)
    assert (mean[0], var[0], len(mean)) == (0, 1, 401)
    assert mean[-1] == pytest.approx(3, abs=0.1)
    assert var[-1] == pytest.approx(4, abs=0.3)
    biased = heights_of(draw_running_statistics(Biased).axes[1].lines[0])
    assert biased[-1] == pytest.approx(3, abs=0.25)


def test_three_gains_part_without_the_layer_and_are_one_with_it() -> None:
    without, normed = draw_deep_layers(BatchNorm1d).axes
    ends = [heights_of(line)[-1] for line in without.lines]
    assert ends[0] < 1e-9 < 1e-2 < ends[1] < 10 < 1e9 < ends[2]
    ends = [heights_of(line)[-1] for line in normed.lines]
    assert ends == pytest.approx([0.5**0.5] * 3, rel=0.05)
    assert entries_of(without.get_legend()) == ["gain 0.5", "gain 1.41", "gain 4"]


def test_a_layer_that_gives_zeros_is_said() -> None:
    assert texts(draw_deep_layers(Zeros)) == "Zeros: gives zeros alone"


@pytest.mark.parametrize("draw", DRAWN)
@pytest.mark.parametrize(("layer", "words"), WRONG.items())
def test_words_stand_in_place_of_a_figure(
    draw: Callable[[Any], Figure], layer: type[BatchNorm1d], words: str
) -> None:
    figure = draw(layer)
    assert words in texts(figure)
    Picture(figure)


@pytest.mark.parametrize("draw", [*DRAWN, lambda _: draw_batch_mates()])
def test_a_figure_is_no_larger_than_half_a_screen(draw: Callable[[Any], Figure]) -> None:
    width, height = draw(BatchNorm1d).get_size_inches()
    assert width <= WIDTH
    assert height <= HEIGHT


def table(layer: Any, make: Any) -> str:
    return repr(tables.tabulated(layer, make)).replace("−", "-")


def test_the_column_by_hand() -> None:
    shown = table(BatchNorm1d, tables._by_hand)
    numbers = [line.split() for line in shown.splitlines()[2:5]]
    assert numbers == [
        ["1", "-0.9258", "0.5534"],
        ["2", "-0.4629", "1.344"],
        ["6", "1.3887", "4.5062"],
    ]
    assert "running_mean is 0.3 and running_var is 1.6." in shown


def test_right_gradients_are_approximately_autograds() -> None:
    lines = table(BatchNorm1d, tables._report).splitlines()
    answers = {line.split()[0]: line.split()[2] for line in lines[2:5]}
    assert answers == {"x": "yes", "gamma": "yes", "beta": "yes"}


def test_a_wrong_gradient_is_seen_alone() -> None:
    lines = table(ThroughXAlone, tables._report).splitlines()
    answers = {line.split()[0]: line.split()[2] for line in lines[2:5]}
    assert answers == {"x": "no", "gamma": "yes", "beta": "yes"}


def test_ten_times_the_weights_have_the_same_loss_and_a_tenth_of_the_gradient() -> None:
    rows = [line.split() for line in table(BatchNorm1d, tables._rescaled).splitlines()[2:]]
    (loss, ten), (d_w, d_w_ten), (d_b, d_b_ten) = ([float(n) for n in r[-2:]] for r in rows)
    assert loss == ten
    assert d_w == pytest.approx(10 * d_w_ten, rel=0.01)
    assert max(d_b, d_b_ten) < 1e-14


@pytest.mark.parametrize("make", [tables._by_hand, tables._report, tables._rescaled])
@pytest.mark.parametrize(("layer", "words"), WRONG.items())
def test_words_stand_in_place_of_a_table(make: Any, layer: Any, words: str) -> None:
    assert table(layer, make).startswith(words)


@pytest.mark.parametrize(
    ("grads", "words"),
    [(None, "TypeError"), ({}, "KeyError"), ({"x": [1]}, "backward, for x, gives a list")],
)
@pytest.mark.parametrize("make", [tables._report, tables._rescaled])
def test_gradients_that_are_none_are_said(make: Any, grads: Any, words: str) -> None:
    class Gives(BatchNorm1d):
        def backward(self, grad_out: torch.Tensor) -> Any:
            return grads if grad_out.ndim else None

    assert table(Gives, make).startswith(f"Gives: {words}")


def test_every_function_shows_and_returns_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    for show in (
        batch_sizes,
        batchnorm_by_hand,
        deep_layers,
        gradient_report,
        rescaled_weights,
        running_statistics,
    ):
        assert show(Chatty) is None
        shown = capsys.readouterr().out
        assert shown
        assert "forward\n" not in shown
    assert batch_mates() is None  # type: ignore[func-returns-value]
    assert "among its own kind" in capsys.readouterr().out
