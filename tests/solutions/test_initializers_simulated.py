"""Both errors of judging random weights, by simulation: none is ever seen.

Each right submission draws all layers of all cases. Judging them one by one would take an hour; so
the statistics of many layers are measured at once, by other code than the engine's, which is held
against it on some.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import torch
from torch import Tensor

from autograder.course.course import Course
from autograder.drives import weight_draws
from autograder.drives.draw import PUBLIC_KEY, Draw
from autograder.exercises.exercise import Exercise
from autograder.judging.statistics import Statistic, Statistics
from autograder.laws.weights import Weights

EXERCISES = [
    exercise
    for exercise in Course(Path(__file__).parents[2]).load("initializers").exercises
    if exercise.drive is weight_draws
]
CASES = [
    pytest.param(exercise, place, id=f"{exercise.name}-{case.name}")
    for exercise in EXERCISES
    for place, case in enumerate(exercise.cases)
]
RIGHT = 10_000
WRONG = 200
CHUNK = 100

pytestmark = pytest.mark.slow


def laws(exercise: Exercise, place: int) -> tuple[Weights, dict[str, Weights]]:
    """What right weights of one case follow, and those of each mistake."""
    case = exercise.cases[place]
    inputs = weight_draws.inputs(Draw(PUBLIC_KEY, exercise.name, case.name), **case.arguments)
    assert exercise.law is not None
    right = exercise.law(inputs)
    assert isinstance(right, Weights)
    return right, {known.name: known.variant(inputs) for known in exercise.mistakes}


def measured(statistic: Statistic, layers: Tensor) -> Tensor:
    """The statistic of each of many layers, shape (layers, rows, columns)."""
    flat = layers.flatten(1)
    match statistic.measure.split()[-1]:
        case "mean":
            return flat.mean(1)
        case "deviation":
            return flat.std(1)
        case "0":
            return (flat.abs() < statistic.parameter).float().mean(1)
        case "columns":
            return products(layers) / statistic.parameter**2
        case "rows":
            return products(layers.mT) / statistic.parameter**2
        case "seed":
            return torch.ones(len(layers))
        case "repeats":
            return (flat == flat.roll(1, 0)).float().mean(1)
    raise AssertionError(statistic.measure)


def products(layers: Tensor) -> Tensor:
    even = layers.shape[2] // 2 * 2
    return (layers[:, :, 0:even:2] * layers[:, :, 1:even:2]).mean((1, 2))


def passing(layers: Tensor, judged: Statistics) -> Tensor:
    """Which of the layers pass."""
    passes = torch.ones(len(layers), dtype=torch.bool)
    for statistic in judged.statistics:
        values = measured(statistic, layers)
        passes &= (statistic.low <= values) & (values <= statistic.high)
    return passes


def drawn(law: Weights, count: int, seed: int) -> Iterator[Tensor]:
    generator = torch.Generator().manual_seed(seed)
    for _ in range(count // CHUNK):
        yield law.distribution.draw((CHUNK, *law.shape), generator)


@pytest.mark.parametrize(("exercise", "place"), CASES)
def test_ten_thousand_right_submissions_all_pass(exercise: Exercise, place: int) -> None:
    law, _ = laws(exercise, place)
    judged = law.statistics(law)
    failing = sum(int((~passing(layers, judged)).sum()) for layers in drawn(law, RIGHT, place))
    assert failing == 0


@pytest.mark.parametrize(("exercise", "place"), CASES)
def test_no_draw_of_a_mistake_passes(exercise: Exercise, place: int) -> None:
    law, mistakes = laws(exercise, place)
    judged = law.statistics(law)
    for name, wrong in mistakes.items():
        if wrong.distribution != law.distribution:
            missed = sum(
                int(passing(layers, judged).sum()) for layers in drawn(wrong, WRONG, place)
            )
            assert missed == 0, name


@pytest.mark.parametrize(("exercise", "place"), CASES)
def test_many_at_once_are_measured_as_one_by_one(exercise: Exercise, place: int) -> None:
    law, _ = laws(exercise, place)
    layers = next(drawn(law, CHUNK, place))
    for statistic in law.statistics(law).statistics:
        for number, value in list(enumerate(measured(statistic, layers).tolist()))[:5]:
            outputs = {
                "weights": layers[number],
                "next": layers[number - 1],
                "again": layers[number],
            }
            assert statistic.measured(outputs) == pytest.approx(value, rel=1e-4, abs=1e-6)
