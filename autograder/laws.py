"""What random outputs follow, and the bounds of their statistics with a stated false-alarm rate.

Each statistic of right outputs leaves its bounds with a probability of at most `FALSE_ALARM`, so
that a submission with a thousand of them is failed by chance with at most 1e-9. The bounds are
quantiles of the statistic's own distribution, not multiples of a guessed deviation.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import prod, sqrt
from typing import Protocol, Self

import torch
from torch import Generator, Tensor

from autograder.drive import Outputs
from autograder.statistics import Statistic, Statistics

FALSE_ALARM = 1e-12
"""Per statistic, both sides together."""


class Law(Protocol):
    """What outputs follow; the reference's law and every mistake's are of one class."""

    def statistics(self, reference: Self, /) -> Statistics:
        """The statistics of outputs that follow this law, measured on the reference's scale."""

    def sample(self, generator: Generator) -> Outputs:
        """Outputs that follow this law."""


@dataclass(frozen=True)
class NormalWeights:
    """Independent weights from N(mean, std²), drawn with the generator that was handed in.

    Args:
        shape: of the weights.
        std: the standard deviation, above 0.
        mean: the mean.
        dtype: of the weights.
        seeded: whether the same seed gives the same weights.
        fresh: whether a second draw from the same generator gives others.
    """

    shape: tuple[int, int]
    std: float
    mean: float = 0.0
    dtype: str = "float32"
    seeded: bool = True
    fresh: bool = True

    def statistics(self, reference: _Scaled) -> Statistics:
        """Mean, deviation, share within one σ, correlations, and what the seed does.

        With N weights: the mean is normal with deviation σ/√N; (N−1)s²/σ² is χ² with N−1 degrees
        of freedom; the number within one σ is binomial; a sum of M products of independent
        standard normals is half the difference of two χ² with M degrees each, so it leaves ±b with
        at most the probability that one of them leaves M ± b.
        """
        from scipy import stats

        count = prod(self.shape)
        tail = FALSE_ALARM / 2
        reach = -stats.norm.ppf(tail) * self.std / sqrt(count)
        low, high = (
            self.std * sqrt(stats.chi2.ppf(tail, count - 1) / (count - 1)),
            self.std * sqrt(stats.chi2.isf(tail, count - 1) / (count - 1)),
        )
        law = stats.norm(self.mean, self.std)
        share = law.cdf(reference.std) - law.cdf(-reference.std)
        return _statistics(
            self,
            Statistic("mean", 0.0, self.mean, self.mean - reach, self.mean + reach),
            Statistic("standard deviation", 0.0, self.std, low, high),
            _share(share, reference.std, count),
            *_correlations(self, reference),
        )

    def sample(self, generator: Generator) -> Outputs:
        """Outputs as `weight_draws` gives them."""
        return _outputs(self, lambda: torch.randn(self.shape, generator=generator))

    def scaled(self, standard: Tensor) -> Tensor:
        """Draws from N(0, 1) as draws from this law."""
        return self.mean + self.std * standard


@dataclass(frozen=True)
class UniformWeights:
    """Independent weights, uniform in [low, high); the rest as in `NormalWeights`."""

    shape: tuple[int, int]
    low: float
    high: float
    dtype: str = "float32"
    seeded: bool = True
    fresh: bool = True

    @property
    def mean(self) -> float:
        """The middle."""
        return (self.low + self.high) / 2

    @property
    def std(self) -> float:
        """The width / √12."""
        return (self.high - self.low) / sqrt(12)

    def statistics(self, reference: _Scaled) -> Statistics:
        """The same statistics; mean and variance by the central limit (kurtosis 9/5)."""
        from scipy import stats

        count = prod(self.shape)
        z = -stats.norm.ppf(FALSE_ALARM / 2)
        reach, spread = z * self.std / sqrt(count), z * self.std * sqrt(0.2 / count)
        law = stats.uniform(self.low, self.high - self.low)
        share = law.cdf(reference.std) - law.cdf(-reference.std)
        return _statistics(
            self,
            Statistic("mean", 0.0, self.mean, self.mean - reach, self.mean + reach),
            Statistic("standard deviation", 0.0, self.std, self.std - spread, self.std + spread),
            _share(share, reference.std, count),
            *_correlations(self, reference),
        )

    def sample(self, generator: Generator) -> Outputs:
        """Outputs as `weight_draws` gives them."""
        return _outputs(self, lambda: torch.rand(self.shape, generator=generator))

    def scaled(self, standard: Tensor) -> Tensor:
        """Draws from [0, 1) as draws from this law."""
        return self.low + (self.high - self.low) * standard


_Scaled = NormalWeights | UniformWeights


def _outputs(law: _Scaled, draw: Callable[[], Tensor]) -> Outputs:
    weights = law.scaled(draw())
    return {
        "weights": weights,
        "next": law.scaled(draw()) if law.fresh else weights,
        "again": weights if law.seeded else law.scaled(draw()),
    }


def _statistics(law: _Scaled, *judged: Statistic) -> Statistics:
    names = ("weights", "next", "again")
    return Statistics(
        shapes=dict.fromkeys(names, law.shape),
        dtypes=dict.fromkeys(names, law.dtype),
        statistics=(*judged, _from_seed(law.seeded), _second_draw(law.fresh)),
    )


def _share(share: float, radius: float, count: int) -> Statistic:
    from scipy import stats

    counted = stats.binom(count, share)
    low, high = counted.ppf(FALSE_ALARM / 2) / count, counted.isf(FALSE_ALARM / 2) / count
    name = "share of weights within one standard deviation of 0"
    return Statistic(name, radius, float(share), float(low), float(high))


def _correlations(law: _Scaled, reference: _Scaled) -> list[Statistic]:
    """Disjoint pairs, on the reference's scale; a mean other than 0 correlates all of them."""
    from scipy import stats

    rows, columns = law.shape
    judged = []
    for name, pairs in (
        ("correlation of neighbouring columns", rows * (columns // 2)),
        ("correlation of neighbouring rows", columns * (rows // 2)),
    ):
        beyond = stats.chi2.isf(FALSE_ALARM / 4, pairs) - pairs
        below = pairs - stats.chi2.ppf(FALSE_ALARM / 4, pairs)
        scale = (law.std**2 + law.mean**2) / reference.std**2
        reach = max(beyond, below) / pairs * scale
        expected = law.mean**2 / reference.std**2
        judged.append(Statistic(name, reference.std, expected, expected - reach, expected + reach))
    return judged


def _from_seed(seeded: bool) -> Statistic:
    name = "share of weights that come back from the same seed"
    return Statistic(name, 0.0, 1.0, 1.0, 1.0) if seeded else Statistic(name, 0.0, 0.0, 0.0, 0.01)


def _second_draw(fresh: bool) -> Statistic:
    # Two float32 draws agree in fewer than one of 10⁵ places; 1 % of them is never chance.
    name = "share of weights that a second draw repeats"
    return Statistic(name, 0.0, 0.0, 0.0, 0.01) if fresh else Statistic(name, 0.0, 1.0, 1.0, 1.0)
