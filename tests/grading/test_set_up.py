"""What is made once for all who are asked the same."""

from __future__ import annotations

import pickle
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from autograder.course.course import Course
from autograder.grading.set_up import Grading, set_up
from autograder.judging.prepared import ExerciseData
from autograder.sealed.wire.batch import unpack
from autograder.sealed.wire.frames import decode


@pytest.fixture(scope="module")
def grading() -> Grading:
    course = Course(Path(__file__).parents[2])
    return set_up(course, course.load("optimizers"))


def test_everybody_is_asked_the_same(grading: Grading) -> None:
    asked = [grading.asked_of(student) for student in ("kim", "lee")]
    assert asked[0] == asked[1] == grading.exercises


def test_cases_are_packed_once(grading: Grading) -> None:
    for exercise in grading.asked_of("kim"):
        assert grading.ready(exercise) is grading.ready(exercise)


def test_other_cases_of_the_same_name_are_packed_too(grading: Grading) -> None:
    exercise = grading.exercises[0]
    variant = replace(exercise, cases=exercise.cases[::-1])
    assert given(grading, variant) == given(grading, exercise)[::-1] != given(grading, exercise)


def test_what_has_travelled_is_packed_for_what_it_is(grading: Grading) -> None:
    """Where the id of an object is that of another one in the process from which it came."""
    there: Grading = pickle.loads(pickle.dumps(grading))
    first, second, *_ = there.exercises
    there.__dict__["_ready"] = {id(first): there.ready(second)}
    assert given(there, first) == given(grading, grading.exercises[0])


def given(grading: Grading, exercise: ExerciseData) -> list[list[float]]:
    """The public inputs that are sent, in order."""
    batch = grading.ready(exercise).batches[True]
    inputs = unpack(batch.settings, decode(b"{}", batch.body)[1], "cpu")
    return [
        torch.cat([tensor.ravel() for _, tensor in sorted(each.tensors.items())]).tolist()
        for each in inputs
    ]
