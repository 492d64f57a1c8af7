"""`verify` finds what makes an exercise's grades untrustworthy."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from autograder.commands.tables import matrix
from autograder.course.course import Course
from autograder.exercises.exercise import Case, Exercise, Mistake
from autograder.verifying.gates import verify

KEY = b"fixed key, thirty-two bytes long"
SGD = Course(Path(__file__).parents[2]).load("optimizers").exercise("sgd")


def changed(**changes: Any) -> dict[str, tuple[str, ...]]:
    """What speaks against each gate of a changed exercise."""
    arguments = {
        "solution": SGD.solution,
        "points": 1,
        "drive": SGD.drive,
        "cases": SGD.cases,
        "mistakes": SGD.mistakes,
        "defaults": SGD.defaults,
        "oracle": SGD.solution,
    }
    verified = verify(Exercise("sgd", **{**arguments, **changes}), KEY)
    return {gate.name: gate.against for gate in verified.gates if gate.against}


def test_nothing_speaks_against_a_good_exercise() -> None:
    assert changed() == {}


def test_a_mistake_that_is_none_is_said() -> None:
    right = Mistake("none", SGD.solution, "nothing is wrong.")
    against = changed(mistakes=[right])
    assert against["every mistake fails a hidden case"] == ("none",)
    assert against["every mistake is told apart"] == ("none is not named",)


def test_two_names_for_one_mistake_are_said() -> None:
    twin = replace(SGD.mistakes[0], name="twin")
    against = changed(mistakes=[*SGD.mistakes, twin])
    first = SGD.mistakes[0].name
    assert against["every mistake is told apart"] == (
        f"{first} is named {first}, twin",
        f"twin is named {first}, twin",
    )


def test_a_mistake_that_only_public_cases_see_is_said() -> None:
    public = [case for case in SGD.cases if case.public]
    against = changed(cases=[*public, Case("one step", steps=1)])
    assert "lr-frozen" in against["every mistake fails a hidden case"]


def test_public_cases_that_name_too_little_are_said() -> None:
    hidden = [Case(case.name, **case.arguments) for case in SGD.cases if case.public]
    rest = [case for case in SGD.cases if not case.public]
    against = changed(cases=[Case("one step", public=True, steps=1), *hidden, *rest])
    assert "lr-frozen" in against["the public cases alone name nine in ten"]


def test_a_missing_or_another_oracle_is_said() -> None:
    gate = "an independent oracle agrees"
    assert "there is none" in changed(oracle=None)[gate][0]
    assert "differs from the reference" in changed(oracle=SGD.mistakes[0].variant)[gate][0]


@pytest.mark.parametrize("mark", ["✗", "·", "✓"])
def test_the_matrix_shows_what_fails_and_what_is_named(mark: str) -> None:
    console = Console(width=120)
    with console.capture() as capture:
        console.print(matrix.matrix(verify(SGD, KEY)))
    assert mark in capture.get()
