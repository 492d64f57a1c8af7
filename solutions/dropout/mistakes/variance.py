"""What is known to go wrong with the variance of an entry."""

from __future__ import annotations

from math import sqrt

from autograder import Mistake


def plain_x(x: float, p: float) -> float:
    return p / (1 - p) * x


def deviation(x: float, p: float) -> float:
    return sqrt(p / (1 - p)) * abs(x)


def unscaled(x: float, p: float) -> float:
    return p * (1 - p) * x**2


def of_keep(x: float, p: float) -> float:
    return (1 - p) / p * x**2


def second_moment(x: float, p: float) -> float:
    return x**2 / (1 - p)


def factor_once(x: float, p: float) -> float:
    return p * x**2


def factor_alone(x: float, p: float) -> float:
    return p / (1 - p)


VARIANCE = [
    Mistake("x-not-squared", plain_x, "a variance is in squares: x counts twice."),
    Mistake("deviation", deviation, "this is the standard deviation; the variance is its square."),
    Mistake(
        "unscaled",
        unscaled,
        "this is the variance without the factor 1 / (1 - p); it stands in the square.",
    ),
    Mistake("keep-for-drop", of_keep, "p is the probability to drop: p and 1 - p change places."),
    Mistake(
        "second-moment",
        second_moment,
        "this is the mean of the square: subtract the square of the mean.",
    ),
    Mistake(
        "factor-not-squared", factor_once, "the factor 1 / (1 - p) is squared as well as x is."
    ),
    Mistake("x-missing", factor_alone, "a larger entry is noisier: multiply by the square of x."),
]
