"""The law of drawn weights: independent, each from one distribution.

The theorems speak of exact draws. A float32 weight is off by its 2⁻²⁴th part, which moves a mean
or a deviation by less than a millionth of the width of its bounds.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import prod

from torch import Generator

from autograder.data.outcomes import Outputs
from autograder.judging.statistics import Statistic, Statistics
from autograder.laws.distributions import Bounds, Distribution
from autograder.laws.law import FALSE_ALARM

RADII = {
    "share of weights within one standard deviation of 0": 1.0,
    "share of weights within 2.3 standard deviations of 0": 2.3,
}
"""In the reference's deviations: the first tells the middle of a distribution, the second its tails
(a normal one cut off at two deviations, then scaled to the right one, ends at 2.274)."""

CHANCE = 0.01
"""Two independent draws agree in fewer than one of 10⁵ places, since no float32 value comes more
often than that. At least k of N places then agree with a probability of at most (10⁻⁵ e N / k)^k:
for a hundredth of 1500 it is 1e-38."""


@dataclass(frozen=True)
class Weights:
    """Independent weights, drawn with the generator that was handed in.

    Args:
        shape: of the weights.
        distribution: what each of them follows.
        dtype: of the weights.
        seeded: whether the same seed gives the same weights.
        fresh: whether a second draw from the same generator gives others.
    """

    shape: tuple[int, int]
    distribution: Distribution
    dtype: str = "float32"
    seeded: bool = True
    fresh: bool = True

    def statistics(self, reference: Weights) -> Statistics:
        """Mean, deviation, shares within a radius, correlations, and what the seed does.

        Of N weights, the number within a radius is binomial. Correlations are means of products of
        disjoint pairs: all of them are independent.
        """
        count = prod(self.shape)
        law, scale = self.distribution, reference.distribution.std
        names = ("weights", "next", "again")
        return Statistics(
            shapes=dict.fromkeys(names, self.shape),
            dtypes=dict.fromkeys(names, self.dtype),
            statistics=(
                Statistic("mean", 0.0, law.mean, *law.mean_within(count, FALSE_ALARM)),
                Statistic(
                    "standard deviation", 0.0, law.std, *law.deviation_within(count, FALSE_ALARM)
                ),
                *(self._share(name, radius * scale) for name, radius in RADII.items()),
                *self._correlations(scale),
                _sure("share of weights that come back from the same seed", self.seeded),
                _sure("share of weights that a second draw repeats", not self.fresh),
            ),
        )

    def sample(self, generator: Generator) -> Outputs:
        """Outputs as `weight_draws` gives them."""
        first, second, third = (self.distribution.draw(self.shape, generator) for _ in range(3))
        return {
            "weights": first,
            "next": second if self.fresh else first,
            "again": first if self.seeded else third,
        }

    def _share(self, name: str, radius: float) -> Statistic:
        share = self.distribution.share(radius)
        return Statistic(name, radius, share, *_share_within(share, prod(self.shape)))

    def _correlations(self, scale: float) -> list[Statistic]:
        """On the reference's scale; a mean other than 0 correlates all weights."""
        rows, columns = self.shape
        expected = (self.distribution.mean / scale) ** 2
        judged = []
        for name, pairs in (
            ("correlation of neighbouring columns", rows * (columns // 2)),
            ("correlation of neighbouring rows", columns * (rows // 2)),
        ):
            low, high = self.distribution.product_within(pairs, FALSE_ALARM)
            judged.append(Statistic(name, scale, expected, low / scale**2, high / scale**2))
        return judged


def _share_within(share: float, count: int) -> Bounds:
    from scipy import stats

    low = stats.binom.ppf(FALSE_ALARM / 2, count, share)
    high = stats.binom.isf(FALSE_ALARM / 2, count, share)
    return float(low / count), float(high / count)


def _sure(name: str, all_equal: bool) -> Statistic:
    """A share that is 1, or 0 but for chance."""
    if all_equal:
        return Statistic(name, 0.0, 1.0, 1.0, 1.0)
    return Statistic(name, 0.0, 0.0, 0.0, CHANCE)
