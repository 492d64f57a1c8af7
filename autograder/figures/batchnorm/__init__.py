"""The figures of the lesson on batch normalisation."""

from autograder.figures.batchnorm.batch_mates import batch_mates
from autograder.figures.batchnorm.batch_norm_tables import (
    batchnorm_by_hand,
    gradient_report,
    rescaled_weights,
)
from autograder.figures.batchnorm.batch_sizes import batch_sizes
from autograder.figures.batchnorm.deep_layers import deep_layers
from autograder.figures.batchnorm.running_statistics import running_statistics

__all__ = [
    "batch_mates",
    "batch_sizes",
    "batchnorm_by_hand",
    "deep_layers",
    "gradient_report",
    "rescaled_weights",
    "running_statistics",
]
