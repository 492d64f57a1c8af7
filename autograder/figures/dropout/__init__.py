"""The figures of the lesson on dropout."""

from autograder.figures.dropout.fates import fates, moments, noise
from autograder.figures.dropout.subnetworks import fits, subnetworks

__all__ = ["fates", "fits", "moments", "noise", "subnetworks"]
