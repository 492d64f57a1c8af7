"""Two curves that part, as a picture: whatever the numbers, the names and the notebook's style."""

from __future__ import annotations

import base64
import io
import math
from dataclasses import replace
from typing import Any

import matplotlib as mpl
import numpy as np
import pytest
from matplotlib import image
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from autograder.report.curves import HEIGHT, WIDTH, _picture, draw, picture
from autograder.results.divergence import LONGEST, Divergence, around

PARTING = Divergence("five steps", "w0[0, 1]", "step", 3, 2, (0.5, 1.0, 3.0), (0.5, 2.0, 2.5))


def lines(figure: Figure) -> dict[str, Line2D]:
    return {str(line.get_label()): line for line in figure.axes[0].lines}


def points(line: Line2D) -> list[list[float]]:
    return np.asarray(line.get_xydata()).tolist()  # type: ignore[no-any-return]


def pixels(divergence: Divergence) -> np.ndarray:
    head, _, data = picture(divergence).source.partition(",")
    assert head == "data:image/png;base64"
    return image.imread(io.BytesIO(base64.b64decode(data)))


def test_both_curves_are_drawn_and_a_ring_where_they_part() -> None:
    figure = draw(PARTING)
    drawn = lines(figure)
    assert points(drawn["yours"]) == [[2, 0.5], [3, 1.0], [4, 3.0]]
    assert points(drawn["reference"]) == [[2, 0.5], [3, 2.0], [4, 2.5]]
    assert points(drawn["first difference"]) == [[3, 1.0]]
    (axes,) = figure.axes
    assert (axes.get_xlabel(), axes.get_ylabel()) == ("step", "w0[0, 1]")


def test_a_run_that_is_lost_breaks_off_and_the_ring_is_on_the_reference() -> None:
    lost = replace(PARTING, got=(0.5, None, None))
    drawn = lines(draw(lost))
    assert [math.isnan(y) for _, y in points(drawn["yours"])] == [False, True, True]
    assert points(drawn["first difference"]) == [[3, 2.0]]
    assert "breaks off" in picture(lost).caption
    assert "breaks off" not in picture(PARTING).caption


def test_steps_are_joined_and_calls_are_not() -> None:
    calls = lines(draw(replace(PARTING, axis="call")))
    steps = lines(draw(PARTING))
    for label in ("yours", "reference"):
        assert calls[label].get_linestyle() == "None"
        assert steps[label].get_linestyle() != "None"


def test_every_step_of_the_longest_run_has_its_mark() -> None:
    long = around("long", "w", "call", 0, [1.0] * 900, [2.0] * 900)
    assert long is not None
    drawn = lines(draw(long))
    for label, mark in {"yours": "s", "reference": "o"}.items():
        assert len(points(drawn[label])) == LONGEST
        assert drawn[label].get_marker() == mark


def test_a_picture_has_words_of_its_own_and_is_small() -> None:
    shown = picture(PARTING)
    assert shown.caption == "five steps: w0[0, 1] leaves the reference at step 3."
    assert shown.words == (
        "w0[0, 1] against step 2 to 4: yours and the reference, which part at step 3."
    )
    assert (WIDTH <= 6, HEIGHT <= 2.5, shown.width) == (True, True, 560)
    assert len(shown.source) < 100_000


def test_a_picture_is_opaque_so_that_it_can_be_read_in_a_dark_theme() -> None:
    drawn = pixels(PARTING)
    assert drawn[..., 3:].min() == 1
    assert drawn[0, 0, :3].tolist() == [1, 1, 1]


def test_the_notebook_s_style_is_neither_taken_nor_changed() -> None:
    plain = pixels(PARTING)
    _picture.cache_clear()
    wild: Any = {"figure.facecolor": "black", "text.usetex": True, "font.size": 40.0}
    with mpl.rc_context(wild):
        assert np.array_equal(pixels(PARTING), plain)
        assert {name: mpl.rcParams[name] for name in wild} == wild


@pytest.mark.parametrize(
    "got",
    [
        [0.0, 9.9e29, -9.9e29],
        [5e-324, 0.0, 1.0],
        [1.0, math.nan, 1.0],
        [1 + 1e-12, 1.0, 2.0],
        [math.inf, 3.0, -math.inf],
    ],
)
def test_whatever_a_run_gives_can_be_drawn(got: list[float]) -> None:
    found = around("five steps", "w0", "step", 0, got, [0.1, 0.1, 0.1])
    assert found is not None
    assert picture(found).source


@pytest.mark.parametrize("name", ["기울기[0]", r"$\frac{w", "w" * 200])
def test_any_name_can_be_drawn(name: str) -> None:
    assert picture(replace(PARTING, entry=name, axis=name, case=name)).source
