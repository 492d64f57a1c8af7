"""What is known to go wrong with the decay of the rate."""

from __future__ import annotations

import math

from autograder import mistake


@mistake
def positive_exponent(eta0: float, t: int, n: int) -> float:
    """the exponent is -t / n, so that the rate falls."""
    return float(eta0 * 10 ** (t / n))


@mistake
def t_ignored(eta0: float, t: int, n: int) -> float:
    """the exponent is -t / n, from eta0 each time, not -1 / n."""
    return float(eta0 * 10 ** (-1 / n))


@mistake
def floored(eta0: float, t: int, n: int) -> float:
    """t / n is not a whole number: divide with /, not with //."""
    return float(eta0 * 10 ** -(t // n))


@mistake
def floored_down(eta0: float, t: int, n: int) -> float:
    """t / n is not a whole number: divide with /, not with //."""
    return float(eta0 * 10 ** (-t // n))


@mistake
def linear_to_zero(eta0: float, t: int, n: int) -> float:
    """this falls along a line to zero; asked is a power of ten."""
    return eta0 * (1 - t / n)


@mistake
def n_ignored(eta0: float, t: int, n: int) -> float:
    """n steps lead to a tenth, not one: the exponent is -t / n."""
    return float(eta0 * 10**-t)


@mistake
def t_ahead(eta0: float, t: int, n: int) -> float:
    """at t = 0 the rate is eta0."""
    return float(eta0 * 10 ** (-(t + 1) / n))


@mistake(valid_elsewhere=True)
def natural(eta0: float, t: int, n: int) -> float:
    """the base is 10 here, so that n steps lead to a tenth; exp(-t / n) leads to 1 / e."""
    return eta0 * math.exp(-t / n)


@mistake(valid_elsewhere=True)
def hyperbolic(eta0: float, t: int, n: int) -> float:
    """this is eta0 / (1 + t / n); asked is a power of ten."""
    return eta0 / (1 + t / n)


@mistake(valid_elsewhere=True)
def linear(eta0: float, t: int, n: int) -> float:
    """this falls along a line; asked is a power of ten."""
    return eta0 * (1 - 0.9 * t / n)
