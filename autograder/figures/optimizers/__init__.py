"""The figures of the lesson on optimizers."""

from autograder.figures.optimizers.by_hand import by_hand
from autograder.figures.optimizers.paths import paths
from autograder.figures.optimizers.rates import (
    decay,
    effective_rates,
    first_steps,
    stable_rates,
)
from autograder.figures.optimizers.surfaces import (
    ILL_CONDITIONED,
    SADDLE,
    Surface,
    quadratic,
    rotated,
    scaled,
)
from autograder.figures.optimizers.valley import valley

__all__ = [
    "ILL_CONDITIONED",
    "SADDLE",
    "Surface",
    "by_hand",
    "decay",
    "effective_rates",
    "first_steps",
    "paths",
    "quadratic",
    "rotated",
    "scaled",
    "stable_rates",
    "valley",
]
