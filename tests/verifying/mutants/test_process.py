"""Mutants that hang or end their process are killed by it; the others are tried all the same."""

import pytest

from autograder.course.course import Course
from autograder.errors import AuthorError
from autograder.results.kinds import Kind
from autograder.verifying.mutants.making import Mutant, solutions
from autograder.verifying.mutants.process import fates

KEYS = [b"fixed key, thirty-two bytes long"]


def half(body: str) -> Mutant:
    return Mutant("half", 1, "", "", f"def half(x):\n    {body}\n")


@pytest.mark.slow
def test_hanging_and_crashing_are_deaths_of_their_own(course: Course) -> None:
    tried = [
        half("return x * 2"),
        half("return 10 ** 10 ** 10"),
        half("import os; os._exit(0)"),
        half("return float(x) / 2"),
    ]
    found = fates(course.root, "halves", KEYS, solutions(course.load("halves")), tried)
    kinds = [(fate.mutant, fate.kind) for fate in found]
    assert kinds == [
        (tried[0], Kind.VALUE),
        (tried[1], Kind.TIME_OUT),
        (tried[2], Kind.CRASHED),
        (tried[3], None),
    ]


@pytest.mark.usefixtures("other_solution")
def test_a_fault_of_the_assignment_is_no_mutant_s_death(course: Course) -> None:
    asked = fates(course.root, "halves", KEYS, solutions(course.load("halves")), [half("pass")])
    with pytest.raises(AuthorError, match="what its solution cell defines fails"):
        list(asked)
