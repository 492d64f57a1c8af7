"""The gates of every exercise: nothing else makes a grade trustworthy.

They hold under a fixed key and, in the slow tests, under ten that are drawn anew at every run: a
gate that depends on the key's luck is no gate. A failing test prints its key.
"""

import secrets
from pathlib import Path

import pytest

from autograder.course.course import Course
from autograder.exercises.exercise import Exercise
from autograder.verifying.gates import verify
from autograder.verifying.notebooks import rehearse

COURSE = Course(Path(__file__).parents[2])
EXERCISES = [
    pytest.param(exercise, id=f"{name}-{exercise.name}")
    for name in COURSE.assignments()
    for exercise in COURSE.load(name).exercises
]
FIXED = b"fixed key, thirty-two bytes long"


@pytest.mark.parametrize("exercise", EXERCISES)
def test_every_gate_of_an_exercise_holds(exercise: Exercise) -> None:
    assert_holds(exercise, FIXED)


@pytest.mark.slow
@pytest.mark.parametrize("_", range(10))
@pytest.mark.parametrize("exercise", EXERCISES)
def test_every_gate_of_an_exercise_holds_under_any_key(exercise: Exercise, _: int) -> None:
    assert_holds(exercise, secrets.token_bytes(32))


def assert_holds(exercise: Exercise, key: bytes) -> None:
    print("course key:", key.hex())
    verified = verify(exercise, key)
    assert [gate for gate in verified.gates if not gate.holds] == []


@pytest.mark.slow
@pytest.mark.parametrize("assignment", COURSE.assignments())
def test_every_gate_of_the_notebooks_holds(assignment: str) -> None:
    assert [gate for gate in rehearse(COURSE, COURSE.load(assignment)) if not gate.holds] == []
