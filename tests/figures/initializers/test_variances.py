from __future__ import annotations

import pytest

from autograder.figures.initializers.variances import tabulate_sums, tabulate_ways

from ..drawn import numbers_of
from . import starting


def test_the_variance_of_a_sum_follows_the_mean_square() -> None:
    kinds, variances, squares, measured = tabulate_sums(starting.normal).columns
    assert list(kinds) == ["x", "normal", "ReLU of normal", "ones"]
    assert numbers_of(measured) == pytest.approx(numbers_of(squares), rel=0.02)
    assert numbers_of(variances)[2] == 0


def test_both_ways_are_measured_as_predicted() -> None:
    _, forwards, y, backwards, gradient = tabulate_ways(starting.normal, 784, 10).columns
    assert numbers_of(forwards) == pytest.approx([1, 78.4, 1.9748])
    assert numbers_of(y) == pytest.approx(numbers_of(forwards), rel=0.1)
    assert numbers_of(gradient) == pytest.approx(numbers_of(backwards), rel=0.1)
