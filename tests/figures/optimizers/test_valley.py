from __future__ import annotations

import math

import pytest
import torch
from matplotlib.figure import Figure

from autograder.drawing.canvas import Picture
from autograder.figures.optimizers import ILL_CONDITIONED, rotated, valley
from autograder.figures.optimizers.rates import draw_stable_rates, draw_steps
from autograder.figures.optimizers.sweep import RATES
from autograder.figures.optimizers.valley import draw_valley

from ..drawn import entries_of, points_of
from . import students


def legend_of(figure: Figure) -> list[str]:
    (legend,) = figure.subfigs[0].legends
    return entries_of(legend)


def test_a_curve_and_a_path_for_each_optimizer() -> None:
    figure = draw_valley(students.RIGHT, ILL_CONDITIONED, 100)
    losses, *panels = [axes for axes in figure.axes if axes.get_visible()]
    assert legend_of(figure) == [
        "SGD: 0.24 decades",
        "Momentum: 1.51 decades",
        "AdaGrad: ≥ 1.61 decades",
        "RMSProp: 0.55 decades",
        "Adam: ≥ 2.36 decades",
    ]
    curves = [line for line in losses.lines if len(points_of(line)) == len(RATES)]
    assert len(curves) == 5
    assert [panel.get_title() for panel in panels] == [
        "SGD, lr 0.038",
        "Momentum, lr 0.0066",
        "AdaGrad, lr 0.15",
        "RMSProp, lr 0.016",
        "Adam, lr 0.18",
    ]
    assert (losses.get_xscale(), losses.get_yscale()) == ("log", "log")
    assert losses.get_xlabel() == "learning rate lr"
    assert losses.get_ylabel() == "mean of the last ten losses"
    assert tuple(figure.get_size_inches()) == (8, 4)


def test_a_wrong_class_is_said_and_the_others_are_drawn() -> None:
    wrong = (students.Unsolved, students.Raising, students.GivesNaN, students.Frozen)
    figure = draw_valley((*wrong, students.SGD), ILL_CONDITIONED, 30)
    assert legend_of(figure)[:4] == [f"{optimizer.__name__}: no curve" for optimizer in wrong]
    messages = [axes.texts[0].get_text() for axes in figure.axes[1:5]]
    assert messages[0] == "not written yet"
    assert messages[1].startswith("KeyError")
    assert messages[2:] == ["gives NaN at step 1", "does not move"]
    curves = [line for line in figure.axes[0].lines if len(points_of(line)) == len(RATES)]
    assert len(curves) == 1


@pytest.mark.parametrize("optimizer", [students.Climbing, students.Exploding])
def test_what_never_arrives_has_no_width(optimizer: type[students.SGD]) -> None:
    figure = draw_valley((optimizer,), ILL_CONDITIONED, 30)
    assert legend_of(figure) == [f"{optimizer.__name__}: 0.00 decades"]
    Picture(figure)


@pytest.mark.parametrize("where", [1e308, math.inf, -math.inf, 1e-320])
def test_no_number_is_too_large_to_draw(where: float) -> None:
    class Throwing(students.SGD):
        def update(self, params: students.Tensors, grads: students.Tensors) -> None:
            params["w"] = torch.full_like(grads["w"], where)

    Picture(draw_valley((Throwing, students.SGD), ILL_CONDITIONED, 20))
    Picture(draw_stable_rates(Throwing, (0.039, 0.041)))
    Picture(draw_steps((Throwing,), 5, "First"))


def test_an_unsolved_notebook_gets_a_figure_too() -> None:
    figure = draw_valley((students.Unsolved,) * 6, ILL_CONDITIONED, 30)
    assert [axes.texts[0].get_text() for axes in figure.axes[1:]] == ["not written yet"] * 6
    Picture(figure)


def test_turning_the_axes_narrows_adams_valley_but_not_sgds() -> None:
    figure = draw_valley((students.SGD, students.Adam), rotated(ILL_CONDITIONED), 100)
    assert legend_of(figure) == ["SGD: 0.24 decades", "Adam: 1.51 decades"]


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 6])
def test_the_label_of_x_stands_right_below_its_panel(count: int) -> None:
    figure = draw_valley((students.SGD,) * count, ILL_CONDITIONED, 10)
    figure.draw_without_rendering()
    labelled = [axes for axes in figure.axes[1:] if axes.get_xlabel()]
    assert labelled
    for axes in labelled:
        label = axes.xaxis.label.get_window_extent()
        assert 0 < axes.get_window_extent().y0 - label.y1 < 0.4 * figure.dpi  # within 0.4 inches


def test_valley_shows_and_returns_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert valley(students.SGD, students.Unsolved, steps=20) is None  # type: ignore[func-returns-value]
    assert "Unsolved: not written yet" in capsys.readouterr().out
