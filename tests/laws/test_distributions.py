"""Distributions: what they say of themselves is so, and their bounds hold as often as stated."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor

from autograder.laws.distributions import Distribution, Normal, Truncated, Uniform, bernstein

DISTRIBUTIONS: list[Distribution] = [
    Normal(0.05),
    Normal(0.3, mean=0.3),
    Uniform(-0.2, 0.2),
    Uniform(0.0, 0.5),
    Truncated(0.1),
]
every = pytest.mark.parametrize("law", DISTRIBUTIONS, ids=str)


def draws(law: Distribution, *shape: int) -> Tensor:
    return law.draw(shape, torch.Generator().manual_seed(5)).double()


@every
def test_draws_have_the_moments_and_shares_that_are_said(law: Distribution) -> None:
    weights = draws(law, 1000, 1000)
    # A million draws: six deviations of a mean, and more than that of a deviation.
    assert weights.mean().item() == pytest.approx(law.mean, abs=0.006 * law.std)
    assert weights.std().item() == pytest.approx(law.std, rel=0.006)
    for radius in (law.std, 1.8 * law.std):
        within = (weights.abs() < radius).double().mean().item()
        assert within == pytest.approx(law.share(radius), abs=0.003)


@every
def test_bounds_are_left_no_more_often_than_stated(law: Distribution) -> None:
    rate, count, tries = 0.05, 60, 20_000
    weights = draws(law, tries, count)
    products = weights * draws(law, 2 * tries, count)[tries:]
    for measured, (low, high) in (
        (weights.mean(1), law.mean_within(count, rate)),
        (weights.std(1), law.deviation_within(count, rate)),
        (products.mean(1), law.product_within(count, rate)),
    ):
        left = int(((measured < low) | (measured > high)).sum())
        # Five deviations of the number that a rate of 0.05 gives.
        assert left <= rate * tries + 5 * (rate * (1 - rate) * tries) ** 0.5


def test_exact_bounds_are_left_as_often_as_stated() -> None:
    law, rate, tries = Normal(1.0), 0.05, 20_000
    weights = draws(law, tries, 60)
    for measured, (low, high) in (
        (weights.mean(1), law.mean_within(60, rate)),
        (weights.std(1), law.deviation_within(60, rate)),
    ):
        left = int(((measured < low) | (measured > high)).sum())
        assert left == pytest.approx(rate * tries, abs=5 * (rate * (1 - rate) * tries) ** 0.5)


def test_bernstein_inverts_its_inequality() -> None:
    variance, farthest, count = 0.3, 2.0, 700
    t = bernstein(variance, farthest, count, 1e-9)
    tail = torch.tensor(-count * t**2 / (2 * (variance + farthest * t / 3))).exp().item()
    assert tail == pytest.approx(1e-9, rel=1e-4)
