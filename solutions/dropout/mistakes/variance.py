"""What is known to go wrong with the variance of an entry."""

from __future__ import annotations

from math import sqrt

from autograder import mistake


@mistake
def x_not_squared(x: float, p: float) -> float:
    """a variance is in squares: x counts twice."""
    return p / (1 - p) * x


@mistake
def deviation(x: float, p: float) -> float:
    """this is the standard deviation; the variance is its square."""
    return sqrt(p / (1 - p)) * abs(x)


@mistake
def unscaled(x: float, p: float) -> float:
    """this is the variance without the factor 1 / (1 - p); it stands in the square."""
    return p * (1 - p) * x**2


@mistake
def keep_for_drop(x: float, p: float) -> float:
    """p is the probability to drop: p and 1 - p change places."""
    return (1 - p) / p * x**2


@mistake
def second_moment(x: float, p: float) -> float:
    """this is the mean of the square: subtract the square of the mean."""
    return x**2 / (1 - p)


@mistake
def factor_not_squared(x: float, p: float) -> float:
    """the factor 1 / (1 - p) is squared as well as x is."""
    return p * x**2


@mistake
def x_missing(x: float, p: float) -> float:
    """a larger entry is noisier: multiply by the square of x."""
    return p / (1 - p)
