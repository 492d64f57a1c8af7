"""What an author writes is looked at when it is written."""

from fractions import Fraction
from typing import Any

import pytest

from autograder.drives import optimizer_steps
from autograder.errors import AuthorError
from autograder.exercise import Case, Exercise, Mistake


class Answer:
    """Stands for a solution."""


def exercise(name: str = "adam", **changes: Any) -> Exercise:
    arguments: dict[str, Any] = {
        "solution": Answer,
        "points": 0.1,
        "drive": optimizer_steps,
        "cases": [Case("one", public=True, steps=1)],
    }
    return Exercise(name, **{**arguments, **changes})


def test_points_are_what_the_author_wrote() -> None:
    assert exercise().points == Fraction(1, 10)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"cases": [Case("hidden")]}, "no public case"),
        ({"cases": [Case("one", public=True), Case("one")]}, "case 'one' stands twice"),
        (
            {"mistakes": [Mistake("slip", Answer, ""), Mistake("slip", Answer, "")]},
            "mistake 'slip' stands twice",
        ),
    ],
)
def test_an_exercise_that_cannot_be_graded_is_refused(changes: dict[str, Any], said: str) -> None:
    with pytest.raises(AuthorError, match=said):
        exercise(**changes)


def test_a_name_that_no_cell_can_have_is_refused() -> None:
    with pytest.raises(AuthorError, match="'my adam'"):
        exercise("my adam")


def test_a_weight_below_one_is_refused() -> None:
    with pytest.raises(AuthorError, match="weight is 0"):
        Case("one", weight=0)
