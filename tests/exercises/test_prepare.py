"""Exercises as data, and what the device makes of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from autograder.course.course import Course
from autograder.data.outcomes import Failure, Outputs
from autograder.data.sentence import own_words
from autograder.exercises.exercise import Exercise
from autograder.exercises.prepare import prepare
from autograder.judging.judge import judge
from autograder.judging.prepared import CaseData, ExerciseData, on_device
from autograder.judging.values import Values
from autograder.results.kinds import Verdict
from autograder.results.result import named_mistakes

COURSE = Course(Path(__file__).parents[2])
EXERCISES = [
    pytest.param(exercise, id=f"{name}-{exercise.name}")
    for name in ("initializers", "optimizers")
    for exercise in COURSE.load(name).exercises[:3]
]


@pytest.fixture(scope="module", params=EXERCISES)
def exercise(request: pytest.FixtureRequest) -> ExerciseData:
    return prepare(request.param, bytes(32))


def test_on_the_cpu_tolerances_are_what_they_were(exercise: ExerciseData) -> None:
    for case, there in zip(exercise.cases, on_device(exercise, "cpu").cases, strict=True):
        if isinstance(case.expected, Values):
            assert isinstance(there.expected, Values)
            assert there.expected.tolerances == case.expected.tolerances


def test_on_a_gpu_tolerances_are_wider_by_dtype_and_nothing_else_is(exercise: ExerciseData) -> None:
    wider = on_device(exercise, "cuda")
    for case, there in zip(exercise.cases, wider.cases, strict=True):
        pairs = [(case.mistakes[name], there.mistakes[name]) for name in case.mistakes]
        for known, given in [(case.expected, there.expected), *pairs]:
            if not isinstance(known, Values):
                assert given == known
                continue
            assert isinstance(given, Values)
            assert given.tensors is known.tensors
            for name, allowed in known.tolerances.items():
                times = {"float32": 8, "float64": 2}[known.dtypes[name]]
                assert given.tolerances[name].atol == times * allowed.atol
                assert given.tolerances[name].rtol == times * allowed.rtol


@pytest.mark.parametrize(
    "given",
    [
        pytest.param(exercise, id=f"{name}-{exercise.name}")
        for name in COURSE.assignments()
        for exercise in COURSE.load(name).exercises
        if not exercise.law
    ],
)
def test_each_mistake_is_told_apart_by_the_tolerances_of_a_gpu(given: Exercise) -> None:
    data = on_device(prepare(given, bytes(32)), "cuda")
    for mistake in given.mistakes:
        result = judge(data, [ran(given, mistake.variant, case) for case in data.cases])
        assert named_mistakes(result.findings) == [mistake.name]
        assert any(not c.public and c.verdict is Verdict.FAILED for c in result.cases), mistake.name


def ran(exercise: Exercise, variant: Any, case: CaseData) -> Outputs | Failure:
    try:
        return exercise.drive.run(variant, case.inputs)
    except Exception as error:  # a mistake may raise whatever it likes
        return Failure("raised", own_words(str(error)))
