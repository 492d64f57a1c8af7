"""A mutant is judged by the hidden cases, on a par with a student's code."""

import pytest

from autograder.course.course import Course
from autograder.errors import AuthorError
from autograder.exercises.prepare import prepare
from autograder.results.kinds import Kind
from autograder.verifying.mutants.making import Mutant, mutants, solutions
from autograder.verifying.mutants.trial import Trial

KEYS = [b"fixed key, thirty-two bytes long", b"another, thirty-two bytes long.."]


@pytest.fixture
def trial(course: Course) -> Trial:
    assignment = course.load("halves")
    return Trial(assignment, KEYS, solutions(assignment))


def half(body: str) -> Mutant:
    return Mutant("half", 1, "", "", f"def half(x):\n    {body}\n")


@pytest.mark.parametrize(
    ("body", "kind", "case"),
    [
        ("return x / 2", None, ""),
        ("return x * 2", Kind.VALUE, "hidden"),
        ("return 1 / x", Kind.RAISED, "zero"),
        ("return str(x / 2)", Kind.WRONG_KIND, "zero"),
        ("return x / 2 + float('inf')", Kind.NOT_FINITE, "zero"),
        ("exit()", Kind.RAISED, "zero"),
        ("return x / 2 if x == 3.0 else 0.0", Kind.VALUE, "hidden"),
    ],
)
def test_the_first_hidden_case_that_fails_kills(
    trial: Trial, body: str, kind: Kind | None, case: str
) -> None:
    fate = trial.fate(half(body))
    assert (fate.kind, fate.case) == (kind, case)
    assert fate.killed == (kind is not None)


def wrong_at(course: Course, case: str) -> Mutant:
    """Code that is wrong for one number alone, which the first key drew for `case`."""
    data = prepare(course.load("halves").exercise("half"), KEYS[0])
    [calls] = [entry.inputs.settings["calls"] for entry in data.cases if entry.name == case]
    return half(f"return x / 2 + (x == {calls[0]['x']!r})")


def test_a_public_case_kills_nothing(course: Course, trial: Trial) -> None:
    assert not trial.fate(wrong_at(course, "public")).killed


def test_who_falls_under_one_key_alone_survives(course: Course, trial: Trial) -> None:
    assignment = course.load("halves")
    first = Trial(assignment, KEYS[:1], solutions(assignment))
    lucky = wrong_at(course, "hidden")
    assert first.fate(lucky).killed
    assert not trial.fate(lucky).killed


def test_code_that_can_not_even_be_defined_is_killed(trial: Trial) -> None:
    fate = trial.fate(Mutant("half", 1, "", "", "half = nowhere"))
    assert (fate.kind, fate.case) == (Kind.RAISED, "its definition")


RAW_DRIVE = """
from autograder import Case, Drive, Exercise, Inputs

from .lesson import half as solution

raw = Drive(
    "raw",
    lambda draw: Inputs({}, {"x": draw.signed((3,), 1.0, 2.0)}),
    lambda obj, inputs: {"y": obj(inputs.tensors["x"])},
)
cases = [Case("public", public=True), Case("hidden")]
exercises = [Exercise("half", solution=solution, points=1, drive=raw, cases=cases)]
"""


def test_what_a_mutant_does_to_its_inputs_stays_with_it(course: Course) -> None:
    (course.solutions / "halves" / "cases.py").write_text(RAW_DRIVE)
    (course.solutions / "halves" / "lesson.py").write_text("def half(x):\n    return x / 2\n")
    right, spoiling = half("return x / 2"), half("return x.zero_()")
    trial = Trial(course.load("halves"), KEYS[:1], [right])
    assert trial.fate(spoiling).killed
    assert not trial.fate(right).killed


METHODS_APART = """
# %% solution="keep"
class Halves:
    def keep(self, x):
        ### BEGIN SOLUTION
        self.kept = x
        return x + 0.0
        ### END SOLUTION

    def halve(self):
        return halve(self)


# %% check="keep"


# %% solution="halve"
def halve(halves):
    ### BEGIN SOLUTION
    return halves.kept / 2
    ### END SOLUTION


# %% check="halve"
"""
CASES_APART = """
import torch

from autograder import Case, Drive, Exercise, Inputs

from .lesson import Halves


def inputs(draw):
    return Inputs({}, {"x": draw.signed((3,), 1.0, 2.0)})


def then_halve(obj, inputs):
    made = obj()
    made.keep(inputs.tensors["x"])
    return {"y": made.halve()}


keeping = Drive("keeping", inputs, lambda obj, inputs: {"y": obj().keep(inputs.tensors["x"])})
halving = Drive("halving", inputs, then_halve)
cases = [Case("public", public=True), Case("hidden")]
exercises = [
    Exercise("keep", solution=Halves, points=1, drive=keeping, cases=cases),
    Exercise("halve", solution=Halves, points=1, drive=halving, cases=cases),
]
"""


def test_an_object_may_be_written_in_several_cells(course: Course) -> None:
    (course.solutions / "halves" / "cases.py").write_text(CASES_APART)
    (course.solutions / "halves" / "lesson.py").write_text(METHODS_APART)
    assignment = course.load("halves")
    cells = solutions(assignment)
    trial = Trial(assignment, KEYS, cells)
    alive = [
        mutant.after for cell in cells for mutant in mutants(cell) if not trial.fate(mutant).killed
    ]
    assert alive == ["return x - 0.0", "return x"]


@pytest.mark.usefixtures("other_solution")
def test_a_solution_that_fails_itself_is_said(course: Course) -> None:
    assignment = course.load("halves")
    with pytest.raises(AuthorError, match=r"'half': what its .* fails at 'hidden' \(value\)"):
        Trial(assignment, KEYS, solutions(assignment))
