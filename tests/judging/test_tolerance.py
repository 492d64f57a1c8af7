"""The tolerance follows the dtype, the steps, the largest entry, and the case's own slack."""

from pathlib import Path

import torch

from autograder.course.course import Course
from autograder.exercises.exercise import Case, Exercise
from autograder.exercises.prepare import prepare
from autograder.judging.tolerance import Tolerance, tolerance
from autograder.judging.values import Values

SGD = Course(Path(__file__).parents[2]).load("optimizers").exercise("sgd")
EXPECTED = torch.tensor([0.0, -2.0], dtype=torch.float64)


def test_the_tolerance_is_what_its_module_says() -> None:
    share = 2.0**-24 * (1024 + 8 * 3)
    assert tolerance(EXPECTED, "float32", 3) == Tolerance(rtol=share, atol=2 * share)


def test_a_condition_widens_all_tolerances_of_its_case() -> None:
    cases = [Case(name, public=True, steps=2, slack=c) for name, c in (("a", 1), ("b", 50))]
    exercise = Exercise(
        "sgd",
        solution=SGD.solution,
        points=1,
        drive=SGD.drive,
        cases=cases,
        mistakes=SGD.mistakes[:1],
        defaults=SGD.defaults,
    )
    usual, wide = prepare(exercise, b"key of sixteen b").cases
    for before, after in (
        (usual.expected, wide.expected),
        (usual.mistakes[SGD.mistakes[0].name], wide.mistakes[SGD.mistakes[0].name]),
    ):
        assert isinstance(before, Values)
        assert isinstance(after, Values)
        assert after.tolerances["w0"].rtol == 50 * before.tolerances["w0"].rtol
