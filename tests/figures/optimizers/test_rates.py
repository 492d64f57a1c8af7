from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from matplotlib.figure import Figure

from autograder.figures.optimizers import decay, effective_rates, first_steps, rates, stable_rates
from autograder.figures.optimizers.rates import draw_decay, draw_stable_rates, draw_steps

from ..drawn import entries_of, heights_of, points_of
from . import students


def test_just_under_and_just_over_the_stable_rate() -> None:
    across, loss = draw_stable_rates(students.SGD, (0.039, 0.041)).axes
    assert [line.get_label() for line in loss.lines] == ["lr 0.039", "lr 0.041"]
    under, over = (heights_of(line) for line in loss.lines)
    assert under[-1] < 0.01 * under[0]
    assert over[-1] > 100 * over[0]
    swings = heights_of(across.lines[1])
    assert all(left * right < 0 for left, right in pairwise(swings))


def test_steps_are_drawn_in_units_of_lr() -> None:
    (axes,) = draw_steps((students.Adam, students.LectureAdam), 5, "First").axes
    adam, lecture = axes.lines[:2]
    assert [step for step, _ in points_of(adam)] == [1, 2, 3, 4, 5]
    assert heights_of(adam) == pytest.approx([1] * 5, rel=1e-7)  # eps = 1e-8 beside 1
    assert heights_of(lecture)[0] == pytest.approx(10**0.5, rel=1e-5)  # eps beside s = 0.001
    assert axes.get_ylim()[0] == 0


def test_a_step_uphill_is_seen() -> None:
    (axes,) = draw_steps((students.Climbing,), 5, "First").axes
    assert axes.get_ylim()[0] < -1


def test_the_legend_says_what_is_wrong() -> None:
    (axes,) = draw_steps((students.Adam, students.Unsolved), 5, "First").axes
    assert entries_of(axes.get_legend()) == ["Adam", "Unsolved: not written yet"]


def test_stable_rates_says_what_is_wrong() -> None:
    figure = draw_stable_rates(students.Unsolved, (0.039, 0.041))
    assert [axes.texts[0].get_text() for axes in figure.axes] == ["Unsolved: not written yet"] * 2


def test_a_right_decay_passes_through_the_rings() -> None:
    (axes,) = draw_decay(students.decayed_rate).axes
    curve, rings = (points_of(line) for line in axes.lines)
    assert [curve[int(t)] for t, _ in rings] == [pytest.approx(ring) for ring in rings]


def unsolved(eta0: float, t: int, n: int) -> float:
    raise NotImplementedError


@pytest.mark.parametrize(
    ("function", "words"),
    [
        (unsolved, "unsolved: not written yet"),
        (lambda *_: None, "<lambda>: TypeError: "),
        (lambda *_: float("nan"), "<lambda>: gives nan at t = 0"),
        (lambda eta0, t, n: eta0 * (1 - t / n), "<lambda>: gives 0 at t = 50"),
        (lambda eta0: eta0, "<lambda>: TypeError: "),
        (None, "NoneType: TypeError: "),
    ],
)
def test_a_wrong_decay_has_words_in_place_of_its_curve(
    function: Callable[..., Any], words: str
) -> None:
    (axes,) = draw_decay(function).axes
    assert not axes.lines
    assert axes.texts[0].get_text().replace("\n", " ").startswith(words)


def test_every_function_shows_and_returns_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    for function, arguments in [
        (stable_rates, (students.SGD,)),
        (effective_rates, (students.AdaGrad, students.RMSProp)),
        (first_steps, (students.Adam, students.LectureAdam)),
        (decay, (students.decayed_rate,)),
    ]:
        assert function(*arguments) is None  # type: ignore[operator]
        assert capsys.readouterr().out.count("\n") == 1


def test_the_number_of_steps_is_the_callers(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[Figure] = []
    monkeypatch.setattr(rates, "show", shown.append)
    first_steps(students.Adam, steps=4)
    effective_rates(students.Adam, steps=120)
    first, effective = (figure.axes[0] for figure in shown)
    assert [len(points_of(axes.lines[0])) for axes in (first, effective)] == [4, 120]
    assert first.get_title() == "The first 4 steps where the gradient is always 1"
    assert effective.get_title() == "The effective rate where the gradient is always 1"
    assert [axes.lines[0].get_marker() for axes in (first, effective)] == [".", ""]
