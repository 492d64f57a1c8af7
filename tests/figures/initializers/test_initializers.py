"""The figures of initializers, together: what is wrong is said, and nothing comes back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from matplotlib.figure import Figure

from autograder.drawing.canvas import Picture, words_of
from autograder.figures.initializers import (
    both_ways,
    depth,
    fan,
    growth,
    histograms,
    saturation,
    sums,
    training,
    twins,
)
from autograder.figures.initializers.depth import draw_depth, draw_growth
from autograder.figures.initializers.fan import GAINS, draw_fan
from autograder.figures.initializers.histograms import draw_histograms
from autograder.figures.initializers.saturation import draw_saturation
from autograder.figures.initializers.starts import NormalStart, Start
from autograder.figures.initializers.training import draw_training

from . import starting

NORMALS: list[Callable[[NormalStart], Figure]] = [
    lambda normal: draw_growth(normal, (1.0, 0.1), 3),
    lambda normal: draw_fan(normal, GAINS),
    lambda normal: draw_saturation(normal, (1,)),
]
STARTS: list[Callable[[Start], Figure]] = [
    lambda start: draw_depth({"normal": start}, "tanh"),
    lambda start: draw_training({"normal": start}),
    lambda start: draw_histograms({"normal": start}, 3, 5),
]


@pytest.mark.parametrize(("wrong", "words"), starting.FAULTS.items())
@pytest.mark.parametrize("drawn", [*NORMALS, *STARTS])
def test_words_stand_in_the_place_of_curves(
    drawn: Callable[[Any], Figure], wrong: Any, words: str
) -> None:
    figure = drawn(wrong)
    said = [" ".join(axes.texts[0].get_text().split()) for axes in figure.axes if axes.texts]
    assert all(text.startswith(f"normal: {words}") for text in said)
    assert f"normal: {words}" in words_of(figure)
    Picture(figure)


@pytest.mark.parametrize("show", [sums, both_ways, lambda wrong: twins({"normal": wrong})])
def test_words_stand_in_the_place_of_a_table(
    show: Callable[[Any], None], capsys: pytest.CaptureFixture[str]
) -> None:
    show(starting.unsolved)
    assert capsys.readouterr().out == "normal: not written yet\n"


def test_every_function_shows_and_returns_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    starts: dict[str, Start] = {"He": starting.he}
    for function, arguments in (
        (growth, (starting.normal, (1.0,), 5)),
        (fan, (starting.normal,)),
        (saturation, (starting.normal,)),
        (depth, (starts,)),
        (training, (starts,)),
        (histograms, (starts,)),
        (twins, (starts,)),
        (sums, (starting.normal,)),
        (both_ways, (starting.normal,)),
    ):
        assert function(*arguments) is None
        assert capsys.readouterr().out
