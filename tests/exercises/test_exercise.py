"""What an author writes is looked at when it is written."""

from fractions import Fraction
from functools import partial
from typing import Any

import pytest

from autograder.drives import optimizer_steps
from autograder.errors import AuthorError
from autograder.exercises.exercise import Case, Exercise, Mistake


class Answer:
    """Stands for a solution."""


def exercise(name: str | None = "adam", **changes: Any) -> Exercise:
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
            {"mistakes": [Mistake("slip", Answer, "no."), Mistake("slip", Answer, "no.")]},
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


class LectureAdam(Answer):
    """A solution whose name has two words."""


def test_a_name_that_is_left_out_is_the_solution_s() -> None:
    assert exercise(None, solution=LectureAdam).name == "lecture_adam"


@pytest.mark.parametrize(
    ("solution", "said"),
    [
        (partial(LectureAdam), "an exercise without a name has a solution without one"),
        (lambda x: x, "exercise '<lambda>': a name has letters"),
    ],
)
def test_a_solution_whose_name_is_no_exercise_s(solution: Any, said: str) -> None:
    with pytest.raises(AuthorError, match=said):
        exercise(None, solution=solution)


@pytest.mark.parametrize("weight", [0, -1, 1.5, True, "2"])
def test_a_weight_that_is_no_whole_number_from_one_is_refused(weight: Any) -> None:
    with pytest.raises(AuthorError, match="give a whole number from 1"):
        Case("one", weight=weight)


@pytest.mark.parametrize("points", [0, -2, "3", True, float("nan")])
def test_points_that_are_no_number_above_zero_are_refused(points: Any) -> None:
    with pytest.raises(AuthorError, match="give a number above 0"):
        exercise(points=points)


@pytest.mark.parametrize(
    ("forbids", "said"),
    [
        ("torch.optim", r"forbids is 'torch.optim'; give a list: forbids=\['torch.optim'\]"),
        (["torch.optm"], "forbids 'torch.optm', which is not there"),
        (["torch.optim.Adamm"], "forbids 'torch.optim.Adamm', which is not there"),
        (["torch:optim"], "forbids 'torch:optim', which is not there"),
        ([""], "forbids '', which is not there"),
        ([3], "forbids 3, which is not there"),
        (3, "forbids is 3; give a list of dotted names"),
        (["no_such_library"], "forbids 'no_such_library', which is not there"),
    ],
)
def test_something_forbidden_that_is_not_there_is_refused(forbids: Any, said: str) -> None:
    with pytest.raises(AuthorError, match=said):
        exercise(forbids=forbids)


def test_what_is_forbidden_is_kept_by_its_name() -> None:
    names = ["torch.optim", "torch.optim.Adam", "torch.nn.functional.batch_norm"]
    assert exercise(forbids=names).forbids == tuple(names)


def test_an_exercise_says_whether_it_forbids_something() -> None:
    said = [exercise(**changes) for changes in ({}, {"forbids": ()}, {"forbids": ["torch.optim"]})]
    assert [exercise.says_forbids for exercise in said] == [False, True, True]
    assert [exercise.forbids for exercise in said] == [(), (), ("torch.optim",)]


def test_a_mistake_without_a_hint_is_refused() -> None:
    with pytest.raises(AuthorError, match="'slip' has no hint"):
        exercise(mistakes=[Mistake("slip", Answer, " ")])
