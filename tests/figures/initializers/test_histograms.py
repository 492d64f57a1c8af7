from __future__ import annotations

from autograder.figures.initializers.histograms import draw_histograms

from . import starting


def test_histograms_say_the_deviation() -> None:
    figure = draw_histograms({"xavier": starting.xavier}, 300, 500)
    assert figure.axes[0].get_title() == "xavier: std 0.0500"


def test_histograms_say_what_is_wrong() -> None:
    figure = draw_histograms({"xavier": starting.unsolved}, 300, 500)
    assert figure.axes[0].texts[0].get_text() == "xavier: not written yet"
