"""Mutants are made of what students write, and each is said as a line before and after."""

from autograder.course.course import Course
from autograder.verifying.mutants.making import Mutant, mutants, solutions


def test_a_solution_is_its_cell_as_it_stands(course: Course) -> None:
    [solution] = solutions(course.load("halves"))
    assert solution.exercise == "half"
    assert solution.source.startswith("def half(x: float)")
    lines = (course.solutions / "halves" / "lesson.py").read_text().split("\n")
    assert lines[solution.line - 1] == "def half(x: float) -> float:"


def test_a_mutant_says_where_and_what(course: Course) -> None:
    [solution] = solutions(course.load("halves"))
    made = mutants(solution)
    lines = (course.solutions / "halves" / "lesson.py").read_text().split("\n")
    assert {lines[mutant.line - 1].strip() for mutant in made} == {"return float(x / 2)"}
    assert {mutant.before for mutant in made} == {"return float(x / 2)"}
    assert "return float(x * 2)" in {mutant.after for mutant in made}


def made(source: str) -> list[Mutant]:
    return mutants(Mutant("f", 1, "", "", source))


def test_what_is_given_to_students_is_left_alone() -> None:
    source = """\
def f(a, b=1):
    c = a + 1
    ### BEGIN SOLUTION
    c = c * 2
    ### END SOLUTION
    return c - 1"""
    assert {mutant.before for mutant in made(source)} == {"c = c * 2"}


def test_of_the_same_code_there_is_one() -> None:
    source = "### BEGIN SOLUTION\nc = a + b\n### END SOLUTION"
    texts = [mutant.after for mutant in made(source)]
    assert len(texts) == len(set(texts))
    assert "c = a + b" not in texts


def test_a_statement_over_several_lines_is_said_in_one() -> None:
    source = "### BEGIN SOLUTION\nc = f(\n    a,\n    1,\n)\n### END SOLUTION"
    dropped = next(mutant for mutant in made(source) if mutant.after == "pass")
    assert (dropped.line, dropped.before) == (2, "c = f( a, 1, )")


def test_one_of_two_equal_lines_is_changed() -> None:
    source = "### BEGIN SOLUTION\na.step()\na.step()\n### END SOLUTION"
    lines = [mutant.line for mutant in made(source) if mutant.after == "pass"]
    assert lines == [2, 3]


def test_decorated_functions_are_changed_too() -> None:
    source = "@no_grad()\ndef f(a):\n    ### BEGIN SOLUTION\n    return a\n    ### END SOLUTION"
    assert [mutant.after for mutant in made(source)] == ["pass"]
