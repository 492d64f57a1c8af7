from __future__ import annotations

import pytest

from autograder.figures.optimizers import ILL_CONDITIONED, SADDLE, Surface, paths, rotated
from autograder.figures.optimizers.paths import draw_paths
from autograder.figures.optimizers.trajectory import run

from ..drawn import points_of
from . import students


def test_each_optimizer_has_a_panel_with_its_own_path() -> None:
    figure = draw_paths((students.SGD, students.Adam), ILL_CONDITIONED, 0.01, 30)
    assert figure.get_suptitle() == "30 steps on ½(x² + 50y²), all at lr 0.01"
    assert [axes.get_title().split(":")[0] for axes in figure.axes] == [
        "SGD, lr 0.01",
        "Adam, lr 0.01",
    ]
    for axes, optimizer in zip(figure.axes, (students.SGD, students.Adam), strict=True):
        (path,) = [points_of(line) for line in axes.lines if len(points_of(line)) > 1]
        assert path == run(optimizer, 0.01, ILL_CONDITIONED, 30).points.tolist()


def test_the_best_rate_is_each_ones_own() -> None:
    figure = draw_paths((students.SGD, students.Adam), ILL_CONDITIONED, None, 100)
    titles = [axes.get_title() for axes in figure.axes]
    assert titles == ["SGD, lr 0.038: loss 0.00031", "Adam, lr 0.18: loss 8.6e-05"]


WRONG = {
    students.Unsolved: "not written yet",
    students.Raising: "KeyError: ",
    students.GivesNaN: "gives NaN at step 1",
    students.Frozen: "does not move",
    students.Listing: "makes of w a list",
}


@pytest.mark.parametrize("lr", [None, 0.01])
def test_a_wrong_class_has_words_in_place_of_its_path(lr: float | None) -> None:
    figure = draw_paths((*WRONG, students.SGD), ILL_CONDITIONED, lr, 20)
    for axes, (optimizer, words) in zip(figure.axes, WRONG.items(), strict=False):
        assert axes.get_title() == optimizer.__name__
        assert [text.get_text().replace("\n", " ").startswith(words) for text in axes.texts] == [
            True
        ]
    assert figure.axes[-1].texts[:] == []


def test_divergence_is_said() -> None:
    (axes,) = draw_paths((students.Exploding,), SADDLE, 0.1, 20).axes
    assert axes.get_title() == "Exploding, lr 0.1: diverges"


@pytest.mark.parametrize("surface", [ILL_CONDITIONED, SADDLE, rotated(ILL_CONDITIONED)])
@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 6])
def test_figures_stay_small_and_labelled(surface: Surface, count: int) -> None:
    figure = draw_paths((students.SGD,) * count, surface, 0.01, 5)
    width, height = figure.get_size_inches()
    assert (width, height) <= (8, 4)
    panels = [axes for axes in figure.axes if axes.get_visible()]
    assert len(panels) == count
    assert [axes.get_ylabel() for axes in panels] == ["y", "", "", "y", "", ""][:count]
    bottom = count - 1 - (count - 1) % 3
    assert [axes.get_xlabel() for axes in panels] == [""] * bottom + ["x"] * (count - bottom)


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 6])
def test_titles_and_labels_keep_clear_of_each_other(count: int) -> None:
    figure = draw_paths((students.SGD,) * count, ILL_CONDITIONED, 0.01, 5)
    figure.draw_without_rendering()
    title = figure.texts[0].get_window_extent()
    for axes in figure.axes[:count]:
        assert axes.title.get_window_extent().y1 < title.y0
        if axes.get_xlabel():
            label = axes.xaxis.label.get_window_extent()
            assert 0 < axes.get_window_extent().y0 - label.y1 < 0.4 * figure.dpi


def test_paths_shows_and_returns_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert paths(students.SGD, surface=SADDLE, lr=0.1, steps=10) is None  # type: ignore[func-returns-value]
    assert "SGD, lr 0.1: loss" in capsys.readouterr().out
