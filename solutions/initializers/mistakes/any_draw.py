"""What goes wrong with any random weights, and with any that should be normal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from math import sqrt
from typing import TypeAlias

from autograder import Inputs, Mistake
from autograder.laws import Distribution, Normal, Truncated, Uniform, Weights

LawOf: TypeAlias = Callable[[Inputs], Weights]
"""The law of a case with these inputs."""


def drawn(distribution: Callable[..., Distribution]) -> LawOf:
    """Weights from what `distribution` makes of a call's arguments, but for the generator."""

    def law(inputs: Inputs) -> Weights:
        arguments = inputs.settings["arguments"]
        return Weights((arguments["n_in"], arguments["n_out"]), distribution(**arguments))

    return law


def changed(asked: LawOf, change: Callable[[Weights], Weights]) -> LawOf:
    return lambda inputs: change(asked(inputs))


def spread(asked: LawOf, distribution: Callable[[float], Distribution]) -> LawOf:
    """Weights from what `distribution` makes of the standard deviation that is asked."""
    return changed(asked, lambda law: replace(law, distribution=distribution(law.distribution.std)))


def any_draw(asked: LawOf) -> list[Mistake]:
    return [
        Mistake(
            "transposed",
            changed(asked, lambda law: replace(law, shape=law.shape[::-1])),
            "the shape is (n_in, n_out), in this order.",
        ),
        Mistake(
            "generator-ignored",
            changed(asked, lambda law: replace(law, seeded=False)),
            "hand the generator on to each function that draws: generator=generator.",
        ),
        Mistake(
            "reseeded",
            changed(asked, lambda law: replace(law, fresh=False)),
            "seed nothing in the function: a second call goes on where the first one stopped.",
        ),
    ]


def any_normal(asked: LawOf) -> list[Mistake]:
    return [
        *any_draw(asked),
        Mistake(
            "uniform-draws",
            spread(asked, lambda std: Uniform(0.0, std)),
            "torch.rand is uniform between 0 and 1; torch.randn is normal.",
        ),
        Mistake(
            "negative-draws",
            spread(asked, lambda std: Uniform(-std, 0.0)),
            "every weight is at most 0: draw from a normal distribution around 0.",
        ),
        Mistake(
            "uniform-around-zero",
            spread(asked, lambda std: Uniform(-std, std)),
            "the draws are uniform between -std and std; draw normal ones, with torch.randn.",
        ),
        Mistake(
            "uniform-form",
            spread(asked, lambda std: Uniform(-sqrt(3) * std, sqrt(3) * std)),
            "mean and variance are right, but the draws are uniform: draw normal ones.",
        ),
        Mistake(
            "truncated",
            spread(asked, lambda std: Truncated(std / Truncated(1.0).std)),
            "this normal distribution is cut off at two deviations, as in Keras; cut nothing off.",
            valid_elsewhere=True,
        ),
        Mistake(
            "truncated-and-narrow",
            spread(asked, Truncated),
            "draws beyond two deviations are missing, so the rest is too narrow: cut nothing off.",
        ),
    ]
