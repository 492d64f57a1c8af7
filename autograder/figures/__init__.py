"""The figures of the notebooks, drawn with the student's own classes and functions.

Each function shows one figure or table and returns nothing. None raises for a fault of the
student's: where a class isn't written yet, raises, gives NaN or does not move, words say so.
"""

from autograder.figures.batch_mates import batch_mates
from autograder.figures.batch_norm_tables import (
    batchnorm_by_hand,
    gradient_report,
    rescaled_weights,
)
from autograder.figures.batch_sizes import batch_sizes
from autograder.figures.by_hand import by_hand
from autograder.figures.deep_layers import deep_layers
from autograder.figures.depth import depth, growth
from autograder.figures.fan import fan
from autograder.figures.fates import fates, moments, noise
from autograder.figures.histograms import histograms
from autograder.figures.paths import paths
from autograder.figures.rates import decay, effective_rates, first_steps, stable_rates
from autograder.figures.running_statistics import running_statistics
from autograder.figures.saturation import saturation
from autograder.figures.subnetworks import fits, subnetworks
from autograder.figures.surfaces import ILL_CONDITIONED, SADDLE, Surface, quadratic, rotated, scaled
from autograder.figures.training import training
from autograder.figures.twins import twins
from autograder.figures.valley import valley
from autograder.figures.variances import both_ways, sums

__all__ = [
    "ILL_CONDITIONED",
    "SADDLE",
    "Surface",
    "batch_mates",
    "batch_sizes",
    "batchnorm_by_hand",
    "both_ways",
    "by_hand",
    "decay",
    "deep_layers",
    "depth",
    "effective_rates",
    "fan",
    "fates",
    "first_steps",
    "fits",
    "gradient_report",
    "growth",
    "histograms",
    "moments",
    "noise",
    "paths",
    "quadratic",
    "rescaled_weights",
    "rotated",
    "running_statistics",
    "saturation",
    "scaled",
    "stable_rates",
    "subnetworks",
    "sums",
    "training",
    "twins",
    "valley",
]
