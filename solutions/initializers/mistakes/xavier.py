"""What is known to go wrong with Xavier's weights, normal and uniform."""

from __future__ import annotations

from math import sqrt

from autograder import Mistake
from autograder.laws import Distribution, Normal, Uniform

from .any_draw import any_draw, any_normal, drawn, spread


def within(bound: float) -> Uniform:
    return Uniform(-bound, bound)


def asked_bound(n_in: int, n_out: int) -> float:
    return sqrt(6 / (n_in + n_out))


def randn_for_rand(n_in: int, n_out: int) -> Distribution:
    bound = asked_bound(n_in, n_out)
    return Normal(2 * bound, mean=-bound)


asked_normal = drawn(lambda n_in, n_out: Normal(sqrt(2 / (n_in + n_out))))
asked_uniform = drawn(lambda n_in, n_out: within(asked_bound(n_in, n_out)))

XAVIER_NORMAL = [
    *any_normal(asked_normal),
    Mistake(
        "variance-as-std",
        drawn(lambda n_in, n_out: Normal(2 / (n_in + n_out))),
        "2 / (n_in + n_out) is the variance; multiply the draws by its root.",
    ),
    Mistake(
        "root-of-two-alone",
        drawn(lambda n_in, n_out: Normal(sqrt(2) / (n_in + n_out))),
        "the root goes over the whole fraction, n_in + n_out too.",
    ),
    Mistake(
        "two-missing",
        drawn(lambda n_in, n_out: Normal(sqrt(1 / (n_in + n_out)))),
        "the variance is 2 / (n_in + n_out): one over the mean of both fans, not over their sum.",
    ),
    Mistake(
        "bound-as-std",
        drawn(lambda n_in, n_out: Normal(asked_bound(n_in, n_out))),
        "the root of 6 / (n_in + n_out) is the uniform form's bound, not a standard deviation.",
    ),
    Mistake(
        "one-over-n-in",
        drawn(lambda n_in, **_: Normal(sqrt(1 / n_in))),
        "1 / n_in looks forwards alone; here both fans count: 2 / (n_in + n_out).",
        valid_elsewhere=True,
    ),
    Mistake(
        "one-over-n-out",
        drawn(lambda n_out, **_: Normal(sqrt(1 / n_out))),
        "1 / n_out looks backwards alone; here both fans count: 2 / (n_in + n_out).",
    ),
    Mistake(
        "he",
        drawn(lambda n_in, **_: Normal(sqrt(2 / n_in))),
        "2 / n_in is He's variance, for ReLU; Xavier's is 2 / (n_in + n_out).",
    ),
    Mistake(
        "he-average",
        drawn(lambda n_in, n_out: Normal(sqrt(4 / (n_in + n_out)))),
        "4 / (n_in + n_out) is the lecture's He, for ReLU; Xavier's variance is half of that.",
    ),
]

XAVIER_UNIFORM = [
    *any_draw(asked_uniform),
    Mistake(
        "std-as-bound",
        drawn(lambda n_in, n_out: within(sqrt(2 / (n_in + n_out)))),
        "that is the standard deviation; the bound is the root of 3 times as large.",
    ),
    Mistake(
        "three-for-six",
        drawn(lambda n_in, n_out: within(sqrt(3 / (n_in + n_out)))),
        "a variance of 2 / (n_in + n_out) needs the bound sqrt(6 / (n_in + n_out)).",
    ),
    Mistake(
        "root-missing",
        drawn(lambda n_in, n_out: within(6 / (n_in + n_out))),
        "the bound is the root of 6 / (n_in + n_out).",
    ),
    Mistake(
        "half-the-width",
        spread(asked_uniform, lambda std: within(sqrt(3) * std / 2)),
        "the weights fill [-bound, bound], whose width is twice the bound.",
    ),
    Mistake(
        "twice-the-width",
        spread(asked_uniform, lambda std: within(2 * sqrt(3) * std)),
        "the weights go beyond the bound: all of them lie in [-bound, bound].",
    ),
    Mistake(
        "positive-draws",
        spread(asked_uniform, lambda std: Uniform(0.0, sqrt(3) * std)),
        "torch.rand is between 0 and 1: move its draws, so that half of the weights are negative.",
    ),
    Mistake(
        "negative-draws",
        spread(asked_uniform, lambda std: Uniform(-sqrt(3) * std, 0.0)),
        "every weight is at most 0: the weights fill [-bound, bound], around 0.",
    ),
    Mistake(
        "randn-for-rand",
        drawn(randn_for_rand),
        "torch.randn is normal; torch.rand is uniform between 0 and 1.",
    ),
    Mistake(
        "normal-times-bound",
        spread(asked_uniform, lambda std: Normal(sqrt(3) * std)),
        "these are normal draws times the bound; draw uniform ones, with torch.rand.",
    ),
    Mistake(
        "normal-form",
        spread(asked_uniform, Normal),
        "mean and variance are right, but the draws are normal: draw uniform ones.",
    ),
    Mistake(
        "one-over-n-in",
        drawn(lambda n_in, **_: within(sqrt(3 / n_in))),
        "a variance of 1 / n_in looks forwards alone; here both fans count: 2 / (n_in + n_out).",
        valid_elsewhere=True,
    ),
    Mistake(
        "one-over-root-n-in",
        drawn(lambda n_in, **_: within(sqrt(1 / n_in))),
        "1 / sqrt(n_in) is the bound that torch.nn.Linear uses; Xavier's has both fans in it.",
        valid_elsewhere=True,
    ),
    Mistake(
        "he",
        drawn(lambda n_in, **_: within(sqrt(6 / n_in))),
        "sqrt(6 / n_in) is the bound of He's uniform form; Xavier's has both fans in it.",
    ),
]
