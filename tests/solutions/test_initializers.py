"""The reference initializers against torch.nn.init, number by number, and against their moments.

torch keeps a layer's weights as (out, in), so the oracles turn theirs round. The same seed then
gives the same numbers in another order, and each can be compared.
"""

from __future__ import annotations

from math import sqrt
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import Generator, Tensor

from autograder.course.course import Course
from autograder.exercises.exercise import Exercise

EXERCISES = {
    exercise.name: exercise
    for exercise in Course(Path(__file__).parents[2]).load("initializers").exercises
}
CALLS: list[tuple[str, dict[str, Any], float]] = [
    # The exercise, arguments beside the shape, and the variance of a layer from 300 to 500 units.
    ("normal", {"std": 0.3}, 0.09),
    ("normal", {"std": 3.0}, 9.0),
    ("xavier_normal", {}, 2 / 800),
    ("xavier_uniform", {}, 2 / 800),
    ("he_normal", {"mode": "fan_in"}, 2 / 300),
    ("he_normal", {"mode": "fan_avg"}, 4 / 800),
]
every = pytest.mark.parametrize(("name", "arguments", "variance"), CALLS)


def drawn(made: Any, arguments: dict[str, Any], seed: int = 3) -> Tensor:
    weights = made(300, 500, generator=Generator().manual_seed(seed), **arguments)
    assert isinstance(weights, Tensor)
    return weights


def both(exercise: Exercise) -> tuple[Any, Any]:
    return exercise.solution, exercise.oracle


@every
def test_the_reference_gives_the_numbers_of_torch(
    name: str, arguments: dict[str, Any], variance: float
) -> None:
    ours, theirs = (drawn(made, arguments) for made in both(EXERCISES[name]))
    assert ours.shape == theirs.shape == (300, 500)
    assert ours.dtype == theirs.dtype == torch.float32
    # The scale is rounded in another place: a bit or two of float32.
    torch.testing.assert_close(ours.flatten(), theirs.T.flatten(), rtol=1e-6, atol=1e-6 * variance)


@every
def test_both_have_the_variance_that_is_asked(
    name: str, arguments: dict[str, Any], variance: float
) -> None:
    for made in both(EXERCISES[name]):
        weights = drawn(made, arguments).double()
        # 150,000 draws: six deviations of the sample's variance are 2.2 % of it.
        assert weights.var().item() == pytest.approx(variance, rel=0.022)
        assert weights.mean().item() == pytest.approx(0, abs=6 * sqrt(variance / 150_000))


def test_uniform_weights_fill_their_interval_to_its_ends() -> None:
    weights, bound = drawn(EXERCISES["xavier_uniform"].solution, {}), sqrt(6 / 800)
    assert weights.abs().max().item() <= bound
    assert weights.max().item() > 0.999 * bound
    assert weights.min().item() < -0.999 * bound


def test_zeros_are_zeros() -> None:
    for made in both(EXERCISES["zeros"]):
        assert torch.equal(made(3, 5), torch.zeros(3, 5))


def test_both_forms_of_he_are_one_where_the_layer_is_square() -> None:
    he = EXERCISES["he_normal"].solution
    fan_in, fan_avg = (he(7, 7, Generator().manual_seed(1), mode) for mode in ("fan_in", "fan_avg"))
    assert torch.equal(fan_in, fan_avg)


@pytest.mark.parametrize("mode", ["fan_out", "", "FAN_IN"])
def test_another_mode_is_refused_by_name(mode: str) -> None:
    with pytest.raises(ValueError, match=f"mode is {mode!r}; it is 'fan_in' or 'fan_avg'"):
        EXERCISES["he_normal"].solution(3, 5, Generator(), mode)
