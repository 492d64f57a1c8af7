"""What random outputs follow: laws, their distributions, and bounds that are theorems.

For authors. Loaded by: course. Imports: judging, data.
"""

from autograder.judging.statistics import Statistic, Statistics
from autograder.laws.distributions import Bounds, Distribution, Normal, Truncated, Uniform
from autograder.laws.dropout import DropoutLaw
from autograder.laws.law import FALSE_ALARM, Law
from autograder.laws.weights import Weights

__all__ = [
    "FALSE_ALARM",
    "Bounds",
    "Distribution",
    "DropoutLaw",
    "Law",
    "Normal",
    "Statistic",
    "Statistics",
    "Truncated",
    "Uniform",
    "Weights",
]
