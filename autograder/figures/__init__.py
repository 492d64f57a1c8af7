"""The figures of the notebooks, drawn with the student's own code.

Each function shows one figure or table and returns nothing. None raises for a fault of the
student's: where a class isn't written yet, raises, gives NaN or does not move, words say so.
"""

from autograder.figures.by_hand import by_hand
from autograder.figures.fates import fates, moments, noise
from autograder.figures.paths import paths
from autograder.figures.rates import decay, effective_rates, first_steps, stable_rates
from autograder.figures.subnetworks import fits, subnetworks
from autograder.figures.surfaces import ILL_CONDITIONED, SADDLE, Surface, quadratic, rotated, scaled
from autograder.figures.valley import valley

__all__ = [
    "ILL_CONDITIONED",
    "SADDLE",
    "Surface",
    "by_hand",
    "decay",
    "effective_rates",
    "fates",
    "first_steps",
    "fits",
    "moments",
    "noise",
    "paths",
    "quadratic",
    "rotated",
    "scaled",
    "stable_rates",
    "subnetworks",
    "valley",
]
