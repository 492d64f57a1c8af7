"""What is known to go wrong with the decay of the rate."""

from __future__ import annotations

import math

from autograder import Mistake


def natural(eta0: float, t: int, n: int) -> float:
    return eta0 * math.exp(-t / n)


def upward(eta0: float, t: int, n: int) -> float:
    return float(eta0 * 10 ** (t / n))


def hyperbolic(eta0: float, t: int, n: int) -> float:
    return eta0 / (1 + t / n)


def one_step(eta0: float, t: int, n: int) -> float:
    return float(eta0 * 10 ** (-1 / n))


def floored(eta0: float, t: int, n: int) -> float:
    return float(eta0 * 10 ** -(t // n))


def floored_down(eta0: float, t: int, n: int) -> float:
    return float(eta0 * 10 ** (-t // n))


def linear_to_zero(eta0: float, t: int, n: int) -> float:
    return eta0 * (1 - t / n)


def whole_tenth(eta0: float, t: int, n: int) -> float:
    return float(eta0 * 10**-t)


def linear(eta0: float, t: int, n: int) -> float:
    return eta0 * (1 - 0.9 * t / n)


def late(eta0: float, t: int, n: int) -> float:
    return float(eta0 * 10 ** (-(t + 1) / n))


DECAYED_RATE = [
    Mistake("positive-exponent", upward, "the exponent is -t / n, so that the rate falls."),
    Mistake("t-ignored", one_step, "the exponent is -t / n, from eta0 each time, not -1 / n."),
    Mistake("floored", floored, "t / n is not a whole number: divide with /, not with //."),
    Mistake(
        "floored-down", floored_down, "t / n is not a whole number: divide with /, not with //."
    ),
    Mistake(
        "linear-to-zero",
        linear_to_zero,
        "this falls along a line to zero; asked is a power of ten.",
    ),
    Mistake("n-ignored", whole_tenth, "n steps lead to a tenth, not one: the exponent is -t / n."),
    Mistake("t-ahead", late, "at t = 0 the rate is eta0."),
    Mistake(
        "natural",
        natural,
        "the base is 10 here, so that n steps lead to a tenth; exp(-t / n) leads to 1 / e.",
        valid_elsewhere=True,
    ),
    Mistake(
        "hyperbolic",
        hyperbolic,
        "this is eta0 / (1 + t / n); asked is a power of ten.",
        valid_elsewhere=True,
    ),
    Mistake(
        "linear", linear, "this falls along a line; asked is a power of ten.", valid_elsewhere=True
    ),
]
