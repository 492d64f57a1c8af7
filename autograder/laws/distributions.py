"""Distributions of random weights, and bounds on the statistics of many such weights.

Every bound holds with a stated probability, by a theorem and not by a limit: exactly for normal
weights; for bounded ones by Bernstein's inequality. `rate` is the probability, at most, of leaving
the bounds, both sides together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log, sqrt
from typing import Any, Protocol, TypeAlias

import torch
from torch import Generator, Tensor

Bounds: TypeAlias = tuple[float, float]


class Distribution(Protocol):
    """One of the classes below."""

    @property
    def mean(self) -> float:
        """The expected weight."""

    @property
    def std(self) -> float:
        """The standard deviation of a weight, above 0."""

    def share(self, radius: float) -> float:
        """The probability of a weight within `radius` of 0."""

    def draw(self, shape: Sequence[int], generator: Generator) -> Tensor:
        """Independent weights, float32."""

    def mean_within(self, count: int, rate: float) -> Bounds:
        """Where the mean of `count` weights lies."""

    def deviation_within(self, count: int, rate: float) -> Bounds:
        """Where the sample deviation of `count` weights lies, about their own mean."""

    def product_within(self, count: int, rate: float) -> Bounds:
        """Where the mean of `count` products lies, each of two weights of its own."""


@dataclass(frozen=True)
class Normal:
    """N(mean, std²)."""

    std: float
    mean: float = 0.0

    def share(self, radius: float) -> float:
        """See `Distribution`."""
        from scipy import stats

        below, above = stats.norm.cdf((-radius, radius), self.mean, self.std)
        return float(above - below)

    def draw(self, shape: Sequence[int], generator: Generator) -> Tensor:
        """See `Distribution`."""
        return self.mean + self.std * torch.randn(*shape, generator=generator)

    def mean_within(self, count: int, rate: float) -> Bounds:
        """The mean is normal, with the deviation σ/√N."""
        reach = _normal_quantile(rate / 2) * self.std / sqrt(count)
        return self.mean - reach, self.mean + reach

    def deviation_within(self, count: int, rate: float) -> Bounds:
        """(N−1)s²/σ² is χ² with N−1 degrees of freedom."""
        from scipy import stats

        low, high = stats.chi2.ppf(rate / 2, count - 1), stats.chi2.isf(rate / 2, count - 1)
        return self.std * sqrt(low / (count - 1)), self.std * sqrt(high / (count - 1))

    def product_within(self, count: int, rate: float) -> Bounds:
        """With weights μ + σa and μ + σb a product is μ² + μσ(a + b) + σ²ab.

        The sum of M sums a + b is normal with the variance 2M. The sum of M products ab is half
        the difference of two χ² with M degrees of freedom each (ab = ¼(a + b)² − ¼(a − b)²), so it
        leaves ±x only where one of them leaves M ± x. Each of the two parts may err in half of
        the cases that `rate` allows.
        """
        from scipy import stats

        tail = rate / 8
        difference = max(stats.chi2.isf(tail, count) - count, count - stats.chi2.ppf(tail, count))
        shift = abs(self.mean) * self.std * sqrt(2 / count) * _normal_quantile(rate / 4)
        reach = float(shift + self.std**2 * difference / count)
        return self.mean**2 - reach, self.mean**2 + reach


class _Bounded:
    """What Bernstein's inequality says of weights that have a lowest and a highest value."""

    @cached_property
    def _law(self) -> Any:
        """The distribution, as scipy has it."""
        raise NotImplementedError

    @cached_property
    def mean(self) -> float:
        """See `Distribution`."""
        return float(self._law.mean())

    @cached_property
    def std(self) -> float:
        """See `Distribution`."""
        return float(self._law.std())

    def share(self, radius: float) -> float:
        """See `Distribution`."""
        below, above = self._law.cdf((-radius, radius))
        return float(above - below)

    def mean_within(self, count: int, rate: float) -> Bounds:
        """No weight is farther from the mean than `_farthest`."""
        reach = bernstein(self.std**2, self._farthest, count, rate / 2)
        return self.mean - reach, self.mean + reach

    def deviation_within(self, count: int, rate: float) -> Bounds:
        """(N−1)s² is the sum of the squares about μ, less N(x̄−μ)².

        Upwards the second part is left out; downwards it takes half of the rate. A square about μ
        is at most `_farthest`² and at least 0; its variance is the fourth moment about μ, less σ⁴.
        """
        variance = self.std**2
        spread = self._fourth_moment - variance**2
        above = bernstein(spread, self._farthest**2 - variance, count, rate / 2)
        below = bernstein(spread, variance, count, rate / 4)
        shift = bernstein(variance, self._farthest, count, rate / 8)
        low, high = variance - below - shift**2, (variance + above) * count / (count - 1)
        return sqrt(max(low, 0.0)), sqrt(high)

    def product_within(self, count: int, rate: float) -> Bounds:
        """A product has the mean μ² and the variance (σ² + μ²)² − μ⁴."""
        center = self.mean**2
        farthest = max(map(abs, self._law.support())) ** 2 + center
        spread = (self.std**2 + center) ** 2 - center**2
        reach = bernstein(spread, farthest, count, rate / 2)
        return center - reach, center + reach

    @cached_property
    def _farthest(self) -> float:
        low, high = self._law.support()
        return float(max(high - self.mean, self.mean - low))

    @cached_property
    def _fourth_moment(self) -> float:
        return float(self._law.stats(moments="k") + 3) * self.std**4


@dataclass(frozen=True)
class Uniform(_Bounded):
    """Uniform in [low, high)."""

    low: float
    high: float

    def draw(self, shape: Sequence[int], generator: Generator) -> Tensor:
        """See `Distribution`."""
        return self.low + (self.high - self.low) * torch.rand(*shape, generator=generator)

    @cached_property
    def _law(self) -> Any:
        from scipy import stats

        return stats.uniform(self.low, self.high - self.low)


@dataclass(frozen=True)
class Truncated(_Bounded):
    """N(0, scale²), drawn again wherever it is farther out than `cut` times its scale."""

    scale: float
    cut: float = 2.0

    def draw(self, shape: Sequence[int], generator: Generator) -> Tensor:
        """See `Distribution`."""
        edge = torch.special.ndtr(torch.tensor(self.cut, dtype=torch.float64))
        uniform = torch.rand(*shape, generator=generator, dtype=torch.float64)
        standard: Tensor = torch.special.ndtri(torch.lerp(1 - edge, edge, uniform))
        return (self.scale * standard).float()

    @cached_property
    def _law(self) -> Any:
        from scipy import stats

        return stats.truncnorm(-self.cut, self.cut, scale=self.scale)


def bernstein(variance: float, farthest: float, count: int, tail: float) -> float:
    """What a mean of `count` independent numbers exceeds its expectation by, at most.

    Bernstein's inequality (Boucheron, Lugosi, Massart, *Concentration Inequalities*, 2013, Theorem
    2.10 and its corollary): where no number exceeds its expectation by more than b, their mean does
    so by t with a probability of at most exp(−N t² / (2 (variance + b t / 3))). This is the t for
    which that is `tail`.

    >>> round(bernstein(1 / 12, 0.5, 10_000, 1e-12), 4)
    0.0219
    """
    exponent = -log(tail)
    linear = farthest * exponent / (3 * count)
    return linear + sqrt(linear**2 + 2 * variance * exponent / count)


def _normal_quantile(tail: float) -> float:
    from scipy import stats

    return float(stats.norm.isf(tail))
