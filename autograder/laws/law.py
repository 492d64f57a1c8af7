"""A law: what random outputs follow, and how often a right one may fail by chance.

Each statistic of right outputs leaves its bounds with a probability of at most `FALSE_ALARM`, by
the theorems of `autograder.laws.distributions`. However the statistics of a submission depend on
each other, the probability that any of n leaves its bounds is at most n times that: a thousand
statistics, several times what any assignment has, come to 1e-9 for a whole submission.
"""

from __future__ import annotations

from typing import Protocol, Self

from torch import Generator

from autograder.data.outcomes import Outputs
from autograder.judging.statistics import Statistics

FALSE_ALARM = 1e-12
"""Per statistic, both sides together."""


class Law(Protocol):
    """A law that random outputs follow; the reference's and its mistakes' are of one class."""

    def statistics(self, reference: Self, /) -> Statistics:
        """The statistics of outputs that follow this law, measured on the reference's scale."""

    def sample(self, generator: Generator) -> Outputs:
        """Outputs that follow this law."""
