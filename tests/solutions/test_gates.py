"""The gates of every exercise: nothing else makes a grade trustworthy.

They hold under a fixed key and under ten that are drawn anew at every run: a gate that depends on
the key's luck is no gate. A failing test prints its key.
"""

import secrets
from pathlib import Path

import pytest

from autograder.course import Course
from autograder.data import ExerciseData, prepare, prepare_public
from autograder.drive import Ask, Failure, Inputs, Outputs
from autograder.exercise import Exercise
from autograder.judge import judge
from autograder.verdict import ExerciseResult, Verdict, named_mistakes

COURSE = Course(Path(__file__).parents[2])
EXERCISES = [
    pytest.param(exercise, id=f"{name}-{exercise.name}")
    for name in COURSE.assignments()
    for exercise in COURSE.load(name).exercises
]
DETERMINISTIC = [param for param in EXERCISES if param.values[0].law is None]  # type: ignore[union-attr]
FIXED = b"fixed key, thirty-two bytes long"
KEYS = pytest.mark.parametrize("luck", range(11))


def key_of(luck: int) -> bytes:
    """The fixed key, or one drawn anew; a failing test prints it."""
    key = secrets.token_bytes(32) if luck else FIXED
    print("course key:", key.hex())
    return key


def asking(exercise: Exercise, variant: object) -> Ask:
    def ask(inputs: Inputs) -> Outputs | Failure:
        try:
            return exercise.drive.run(variant, inputs)
        except Exception as error:
            return Failure("raised", str(error))

    return ask


def judged(data: ExerciseData, exercise: Exercise, variant: object) -> ExerciseResult:
    return judge(data, asking(exercise, variant))


@KEYS
@pytest.mark.parametrize("exercise", EXERCISES)
def test_the_solution_earns_full_marks(exercise: Exercise, luck: int) -> None:
    result = judged(prepare(exercise, key_of(luck)), exercise, exercise.solution)
    assert result.verdict is Verdict.PASSED, result


@KEYS
@pytest.mark.parametrize("exercise", DETERMINISTIC)
def test_every_mistake_fails_a_hidden_case_and_is_told_apart(exercise: Exercise, luck: int) -> None:
    data = prepare(exercise, key_of(luck))
    for mistake in exercise.mistakes:
        result = judged(data, exercise, mistake.variant)
        assert any(case.verdict is Verdict.FAILED for case in result.cases if not case.public), (
            mistake.name
        )
        assert named_mistakes(result.findings) == [mistake.name]


@pytest.mark.parametrize("exercise", DETERMINISTIC)
def test_public_cases_alone_name_nine_mistakes_in_ten(exercise: Exercise) -> None:
    data = prepare_public(exercise)
    named = [
        named_mistakes(judged(data, exercise, mistake.variant).findings) == [mistake.name]
        for mistake in exercise.mistakes
    ]
    assert sum(named) >= 0.9 * len(named)
