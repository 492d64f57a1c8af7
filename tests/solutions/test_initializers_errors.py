"""How surely random weights are judged: both errors, computed apart from the code that judges.

A *false alarm* is a right submission that fails, a *miss* a known mistake that passes. Their
probabilities are exact where a statistic's distribution is known, else Chernoff's bounds, made of
the moment generating function itself: Bernstein's, by which right weights are judged, know only a
variance and a range.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import permutations
from math import exp, log, pi, prod, sqrt
from pathlib import Path

import pytest
from scipy import optimize, special, stats

from autograder.course.course import Course
from autograder.drives import weight_draws
from autograder.drives.draw import PUBLIC_KEY, Draw
from autograder.exercises.exercise import Exercise
from autograder.judging.statistics import Statistic, Statistics
from autograder.laws.distributions import Distribution, Normal, Truncated
from autograder.laws.weights import CHANCE, RADII, Weights

EXERCISES = {
    exercise.name: exercise
    for exercise in Course(Path(__file__).parents[2]).load("initializers").exercises
    if exercise.drive is weight_draws
}
FALSE_ALARM = 1e-9
"""For a whole submission."""

MISS = 1e-6
"""For each mistake, in each case where it is one."""

AGREE = 1e-5
"""The probability, at most, that two independent float32 weights are equal."""

Laws = dict[str, list[Weights]]


def laws(exercise: Exercise) -> Laws:
    """What right weights ("") and those of each mistake follow, case by case."""
    assert exercise.law is not None
    variants = {"": exercise.law, **{known.name: known.variant for known in exercise.mistakes}}
    inputs = [
        weight_draws.inputs(Draw(PUBLIC_KEY, exercise.name, case.name), **case.arguments)
        for case in exercise.cases
    ]
    return {name: [law(each) for each in inputs] for name, law in variants.items()}


def chernoff(
    log_mgf: Callable[[float], float], t: float, count: int, *, largest: float = 50.0
) -> float:
    """The probability, at most, that a mean of `count` numbers is t or more."""
    found = optimize.minimize_scalar(
        lambda x: log_mgf(x) - x * t, bounds=(0, largest), method="bounded"
    )
    return exp(count * min(float(found.fun), 0.0))


# The logarithms of E exp(xu), E exp(±xu²), E exp(xuu') and E exp(xaa'), where u and u' are uniform
# in [-1, 1], and a and a' standard normal.
def of_uniform(x: float) -> float:
    return log(special.spherical_in(0, x))


def of_square(x: float) -> float:
    return x + log(special.dawsn(sqrt(x)) / sqrt(x))


def of_negative_square(x: float) -> float:
    return log(sqrt(pi) / 2 * special.erf(sqrt(x)) / sqrt(x))


def of_product(x: float) -> float:
    return log(special.shichi(x)[0] / x)


def of_normal_product(x: float) -> float:
    return -log(1 - x**2) / 2


@dataclass(frozen=True)
class Tails:
    """The probabilities, at most, that a statistic is `low` or more, and `high` or less."""

    from_low: float
    to_high: float


def of_mean(law: Distribution, judged: Statistic, count: int) -> Tails:
    low, high = (bound - law.mean for bound in (judged.low, judged.high))
    if isinstance(law, Normal):
        means = stats.norm(0, law.std / sqrt(count))
        return Tails(means.sf(low), means.cdf(high))
    half = sqrt(3) * law.std
    return Tails(chernoff(of_uniform, low / half, count), chernoff(of_uniform, -high / half, count))


def of_deviation(law: Distribution, judged: Statistic, count: int) -> Tails:
    if isinstance(law, Normal):
        squares = stats.chi2(count - 1, scale=law.std**2 / (count - 1))
        return Tails(squares.sf(judged.low**2), squares.cdf(judged.high**2))
    # Of u = x/half about its mean, s² (N − 1)/N is the mean square less the square of the mean: it
    # is small only where the one is small or the other large. Any split of the two gives a bound.
    scale = (count - 1) / count / (3 * law.std**2)
    low, high = judged.low**2 * scale, judged.high**2 * scale
    to_high = min(
        chernoff(of_negative_square, -high - shift**2, count)
        + 2 * chernoff(of_uniform, shift, count)
        for shift in (0.02 + 0.002 * step for step in range(30))
    )
    return Tails(chernoff(of_square, low, count), to_high)


def of_share(law: Distribution, judged: Statistic, count: int) -> Tails:
    counted = stats.binom(count, law.share(judged.parameter))
    low, high = round(judged.low * count), round(judged.high * count)
    return Tails(counted.sf(low - 1), counted.cdf(high))


MEASURED = {"mean": of_mean, "standard deviation": of_deviation, **dict.fromkeys(RADII, of_share)}


def false_alarm(law: Weights, judged: Statistic) -> float:
    """The probability, at most, that right weights leave the bounds of one statistic."""
    (rows, columns), count = law.shape, prod(law.shape)
    if judged.measure in MEASURED:
        # Beyond the bounds, not on them: only a share can lie on one.
        step = 1 / count if judged.measure in RADII else 0.0
        beyond = replace(judged, low=judged.high + step, high=judged.low - step)
        tails = MEASURED[judged.measure](law.distribution, beyond, count)
        return tails.from_low + tails.to_high
    match judged.measure.split()[-1]:
        case "columns":
            return of_correlation(law, judged, rows * (columns // 2))
        case "rows":
            return of_correlation(law, judged, columns * (rows // 2))
        case "seed":
            return 0.0  # the same seed gives the same weights
        case "repeats":
            least = CHANCE * count
            return float((AGREE * exp(1) * count / least) ** least)
    raise AssertionError(judged.measure)


def of_correlation(law: Weights, judged: Statistic, pairs: int) -> float:
    assert judged.low == -judged.high
    if isinstance(law.distribution, Normal):
        return 2 * chernoff(of_normal_product, judged.high, pairs, largest=0.99)
    return 2 * chernoff(of_product, judged.high / 3, pairs)  # E u² = 1/3


def told_apart(law: Weights, judged: Statistics) -> bool:
    """Whether outputs of `law` pass with a probability of at most `MISS`.

    The probability that all statistics pass is at most that of the most telling one.
    """
    same_seed, repeated = judged.statistics[-2:]
    if (
        law.shape != judged.shapes["weights"]
        or law.seeded != (same_seed.low == 1)
        or law.fresh != (repeated.high < 1)
    ):
        return True
    # Nothing here knows the mean and the deviation of truncated weights; their shares suffice.
    known = RADII if isinstance(law.distribution, Truncated) else [*RADII, *MEASURED]
    by_name = {statistic.measure: statistic for statistic in judged.statistics}
    return any(
        min(tails.from_low, tails.to_high) <= MISS
        for name in known
        for tails in [MEASURED[name](law.distribution, by_name[name], prod(law.shape))]
    )


def test_a_right_submission_fails_with_a_probability_of_at_most_a_billionth() -> None:
    rates = [
        false_alarm(law, statistic)
        for exercise in EXERCISES.values()
        for law in laws(exercise)[""]
        for statistic in law.statistics(law).statistics
    ]
    assert len(rates) == 104
    print(f"{len(rates)} statistics: {sum(rates):.3g}, the largest {max(rates):.3g}")
    assert sum(rates) <= FALSE_ALARM


@pytest.mark.parametrize("exercise", EXERCISES.values(), ids=EXERCISES)
def test_a_mistake_is_missed_with_a_probability_of_at_most_a_millionth(exercise: Exercise) -> None:
    known = laws(exercise)
    asked = known.pop("")
    for name, mistaken in known.items():
        pairs = [pair for pair in zip(mistaken, asked, strict=True) if pair[0] != pair[1]]
        assert pairs, name
        for wrong, right in pairs:
            assert told_apart(wrong, right.statistics(right)), name


@pytest.mark.parametrize("exercise", EXERCISES.values(), ids=EXERCISES)
def test_a_mistake_is_taken_for_another_with_a_probability_of_at_most_a_millionth(
    exercise: Exercise,
) -> None:
    known = laws(exercise)
    asked = known.pop("")
    statistics = {
        name: [law.statistics(right) for law, right in zip(of_mistake, asked, strict=True)]
        for name, of_mistake in known.items()
    }
    for name, other in permutations(known, 2):
        assert any(map(told_apart, known[name], statistics[other])), (name, other)
