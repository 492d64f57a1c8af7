from __future__ import annotations

import re

import pytest
from IPython.core.formatters import DisplayFormatter

from autograder.figures.optimizers import by_hand
from autograder.figures.optimizers.by_hand import tabulate
from autograder.figures.optimizers.trajectory import OptimizerClass

from . import students


def cells_of(page: str) -> list[str]:
    return re.findall(r"<t[hd]>(.*?)</t[hd]>", page)


# Worked by hand: w = 1, lr = 0.1, beta = beta1 = alpha = 0.9, beta2 = 0.999, gradients 2 and -1.
STEPS = {
    students.SGD: [["1", "0.2", "0.8"], ["0.8", "−0.1", "0.9"]],
    students.Momentum: [["1", "0.2", "0.8"], ["0.8", "0.08", "0.72"]],
    students.AdaGrad: [["1", "0.1", "0.9"], ["0.9", "−0.0447", "0.9447"]],
    students.RMSProp: [["1", "0.3162", "0.6838"], ["0.6838", "−0.1474", "0.8312"]],
    students.Adam: [["1", "0.1", "0.9"], ["0.9", "0.0266", "0.8734"]],
    students.LectureAdam: [["1", "0.3162", "0.6838"], ["0.6838", "0.1132", "0.5706"]],
}


@pytest.mark.parametrize(("optimizer", "steps"), STEPS.items())
def test_the_steps_are_those_worked_by_hand(
    optimizer: OptimizerClass, steps: list[list[str]]
) -> None:
    title, heads, *rows = repr(tabulate((optimizer,), 0.1, (2, -1))).splitlines()
    assert title == f"{optimizer.__name__} from w = 1 with lr = 0.1"
    assert re.split(r"  +", heads) == ["call", "g", "w before", "step", "w after"]
    calls = [["1", "2"], ["2", "−1"]]
    assert [row.split() for row in rows] == [
        [*call, *step] for call, step in zip(calls, steps, strict=True)
    ]


def test_several_have_a_column_each() -> None:
    table = tabulate((students.SGD, students.Unsolved, students.Adam), 0.1, (2, -1, 0.5))
    assert table.columns == [
        ["call", "1", "2", "3"],
        ["g", "2", "−1", "0.5"],
        ["SGD", "0.8", "0.9", "0.85"],
        ["Adam", "0.9", "0.8734", "0.8393"],
    ]
    assert table.words == ["Unsolved: not written yet"]


def test_both_forms_hold_the_same() -> None:
    data, _ = DisplayFormatter().format(tabulate((students.SGD, students.Frozen), 0.1, (2,)))
    assert data["text/plain"] == (
        "w after each call, from w = 1 with lr = 0.1\ncall  g  SGD\n   1  2  0.8\n"
        "Frozen: does not move"
    )
    assert cells_of(data["text/html"]) == ["call", "g", "SGD", "1", "2", "0.8"]
    assert "w after each call, from w = 1 with lr = 0.1" in data["text/html"]
    assert "Frozen: does not move" in data["text/html"]


FAULTS = {
    students.Unsolved: "not written yet",
    students.UnsolvedUpdate: "not written yet",
    students.GivesNaN: "gives NaN at step 1",
    students.Frozen: "does not move",
    students.Listing: "makes of w a list",
    students.Shrinking: "changes the shape of w from (1,) to ()",
    students.Exploding: "diverges",
}


@pytest.mark.parametrize(("optimizer", "words"), FAULTS.items())
def test_words_stand_in_place_of_numbers(optimizer: OptimizerClass, words: str) -> None:
    table = tabulate((optimizer,), 0.1, (2, -1))
    assert repr(table) == f"{optimizer.__name__}: {words}"
    assert table._repr_html_() == f"<div>{optimizer.__name__}: {words}</div>"


def test_an_exceptions_sentence_is_escaped() -> None:
    class Writing(students.SGD):
        def update(self, *_: students.Tensors) -> None:
            raise ValueError("<img src=x onerror=alert(1)> & more")

    table = tabulate((Writing, type("<b>", (students.SGD,), {})), 0.1, (2, -1))
    assert "Writing: ValueError: <img src=x onerror=alert(1)> & more" in repr(table)
    page = table._repr_html_()
    assert "Writing: ValueError: &lt;img src=x onerror=alert(1)&gt; &amp; more" in page
    assert "<th>&lt;b&gt;</th>" in page


def test_the_rate_and_the_gradients_are_the_callers() -> None:
    table = tabulate((students.SGD,), 1e-5, (2.0, 3.0))
    assert table.columns[3] == ["step", "2e−05", "3e−05"]


def test_by_hand_shows_and_returns_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert by_hand(students.SGD) is None  # type: ignore[func-returns-value]
    assert capsys.readouterr().out.splitlines()[0] == "SGD from w = 1 with lr = 0.1"
