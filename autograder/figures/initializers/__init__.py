"""The figures of the lesson on initial values."""

from autograder.figures.initializers.depth import depth, growth
from autograder.figures.initializers.fan import fan
from autograder.figures.initializers.histograms import histograms
from autograder.figures.initializers.saturation import saturation
from autograder.figures.initializers.training import training
from autograder.figures.initializers.twins import twins
from autograder.figures.initializers.variances import both_ways, sums

__all__ = [
    "both_ways",
    "depth",
    "fan",
    "growth",
    "histograms",
    "saturation",
    "sums",
    "training",
    "twins",
]
