"""The law of a dropout layer's random outputs, and the bounds of their statistics.

What is random there are counts: how many entries are dropped in all, in the fullest and in the
emptiest row and column, and how many have the same fate in two calls. Each is binomial, or the
largest of independent binomial ones, so its bounds are quantiles of its own distribution: right
outputs leave those of one statistic with a probability of at most `FALSE_ALARM` = 1e-12. A case has
seven: one of the whole, two of rows, two of columns, two of further calls. All else is the same
whatever is drawn (factors, what the same seed gives, the gradient's mask, x and grad afterwards):
it is compared within a tolerance, and fails right code only where no entry is left to show it,
which is allowed wherever its probability is above `FALSE_ALARM`. So a submission with up to 125
cases is failed by chance with a probability of at most 125 · 8 · 1e-12 = 1e-9.

A known mistake is such a law as well. Where the bounds of one of its statistics and those of the
reference have nothing in common, it passes with a probability of at most 1e-12.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import expm1, isfinite, log1p, prod

import torch
from torch import Generator, Tensor

from autograder.data.inputs import Inputs
from autograder.data.outcomes import Outputs
from autograder.judging.statistics import Statistic, Statistics
from autograder.judging.tolerance import tolerance
from autograder.laws.law import FALSE_ALARM

RESOLUTION = 2.0**-23
"""How far a right rate may be from p: float32 draws lie on a grid, and its ends count or don't."""


@dataclass(frozen=True, eq=False)
class DropoutLaw:
    """Entries of `x` that are dropped or multiplied, as `dropout_calls` finds them.

    Args:
        inputs: the case's own.
        drop: the probability with which an entry is dropped in training.
        factor: what the others are multiplied by.
        gradient: what gradients are multiplied by where they pass.
        test_drop: the probability with which an entry is dropped at test time.
        test: what the others are multiplied by then.
        gradient_mask: "last" call's, "fresh", or "none".
        shared: whether all entries of a "row" or a "column" have one fate; "" where each has its
            own. A vector has neither rows nor columns.
        fresh: whether a second call draws anew.
        own: whether another object draws anew.
        seeded: whether the same seed gives the same.
        in_place: whether forward changes x itself in training.
        grad_in_place: whether backward changes grad itself.
    """

    inputs: Inputs
    drop: float
    factor: float
    gradient: float
    test_drop: float = 0.0
    test: float = 1.0
    gradient_mask: str = "last"
    shared: str = ""
    fresh: bool = True
    own: bool = True
    seeded: bool = True
    in_place: bool = False
    grad_in_place: bool = False

    def statistics(self, _: DropoutLaw, /) -> Statistics:
        """All that `dropout_calls` can tell; nothing where a mistake divides by zero."""
        judged: list[Statistic] = []
        if isfinite(self.factor):
            judged = [*self._mask(), *self._calls(), *self._test(), *self._backward()]
        names = ["first", "x trained", "second", "test", "x tested", "other", "again"]
        if self._has_backward:
            names += ["gradient", "grad afterwards"]
        x = self.inputs.tensors["x"]
        return Statistics(
            shapes=dict.fromkeys(names, tuple(x.shape)),
            dtypes=dict.fromkeys(names, str(x.dtype).removeprefix("torch.")),
            statistics=tuple(judged),
            given=self.inputs.tensors,
        )

    def sample(self, generator: Generator) -> Outputs:
        """Outputs as `dropout_calls` gives them."""
        x = self.inputs.tensors["x"]
        first = self._draw(self.drop, generator)
        second = self._draw(self.drop, generator) if self.fresh else first
        other = self._draw(self.drop, generator) if self.own else first
        again = first if self.seeded else self._draw(self.drop, generator)
        masks = {"first": first, "second": second, "other": other, "again": again}
        outputs = {name: self.factor * mask * x for name, mask in masks.items()}
        outputs["test"] = self.test * self._draw(self.test_drop, generator) * x
        outputs["x trained"] = outputs["first"] if self.in_place else x
        outputs["x tested"] = x
        if self._has_backward:
            grad = self.inputs.tensors["grad"]
            fresh = self._draw(self.drop, generator)
            kept = {"last": second, "fresh": fresh, "none": torch.ones_like(x)}
            outputs["gradient"] = self.gradient * kept[self.gradient_mask] * grad
            outputs["grad afterwards"] = outputs["gradient"] if self.grad_in_place else grad
        return outputs

    @property
    def _has_backward(self) -> bool:
        return "grad" in self.inputs.tensors

    @property
    def _shape(self) -> tuple[int, ...]:
        return tuple(self.inputs.tensors["x"].shape)

    def _fates(self) -> tuple[int, ...]:
        """The shape of what is drawn, which is then repeated."""
        rows, *rest = self._shape
        if self.shared == "row" and rest:
            return (rows, *(1 for _ in rest))
        if self.shared == "column" and rest:
            return (*(1 for _ in self._shape[1:]), rest[-1])
        return self._shape

    def _draw(self, drop: float, generator: Generator) -> Tensor:
        """1 where an entry is kept, else 0."""
        x = self.inputs.tensors["x"]
        kept = torch.rand(self._fates(), generator=generator, dtype=torch.float64) >= drop
        return kept.expand(self._shape).to(x.dtype)

    def _mask(self) -> list[Statistic]:
        count = prod(self._fates())
        changed = (self.drop if self.factor == 1 else 1.0) if self.in_place else 0.0
        return [
            _share("share of entries of x that a training call changes", count, changed),
            _share("share of entries dropped in training", count, self.drop, RESOLUTION),
            *_factor("of a kept entry in training", self.factor, self.drop**count),
            *self._lines("row", 0),
            *self._lines("column", -1),
        ]

    def _lines(self, name: str, axis: int) -> list[Statistic]:
        lines = self._fates()[axis]
        size = prod(self._fates()) // lines
        return [
            _largest(f"largest share dropped of a {name}", lines, size, self.drop),
            _largest(f"largest share kept of a {name}", lines, size, 1 - self.drop),
        ]

    def _calls(self) -> list[Statistic]:
        chance = self.drop**2 + (1 - self.drop) ** 2
        again = {
            "in a second call": self.fresh,
            "in a new object": self.own,
            "from the same seed": not self.seeded,
        }
        return [
            _share(
                f"share of entries with the same fate {when}",
                prod(self._fates()),
                chance if anew else 1.0,
                2 * RESOLUTION if anew else 0.0,
            )
            for when, anew in again.items()
        ]

    def _test(self) -> list[Statistic]:
        count = prod(self._fates())
        dropped = self.test_drop if self.test else 1.0
        return [
            _share("share of entries of x that a test call changes", count, 0.0),
            _share("share of entries dropped at test time", count, dropped),
            *_factor("of an entry at test time", self.test, dropped**count),
        ]

    def _backward(self) -> list[Statistic]:
        if not self._has_backward:
            return []
        masked = self.gradient_mask != "none"
        changed = (self.drop if self.gradient == 1 else 1.0) if self.grad_in_place else 0.0
        alike = {
            "last": 1.0,
            "fresh": self.drop**2 + (1 - self.drop) ** 2,
            "none": 1 - self.drop,
        }[self.gradient_mask]
        count = prod(self._fates())
        return [
            _share("share of entries of grad that backward changes", count, changed),
            _share("share of gradients that are 0 just where the output is", count, alike),
            *_factor(
                "of a gradient that passes", self.gradient, self.drop**count if masked else 0.0
            ),
        ]


def _share(measure: str, count: int, share: float, leeway: float = 0.0) -> Statistic:
    """A share of `count` independent entries."""
    return _largest(measure, 1, count, share, leeway)


def _largest(
    measure: str, lines: int, size: int, share: float, leeway: float = RESOLUTION
) -> Statistic:
    """The largest of `lines` shares of `size` independent entries each."""
    return Statistic(measure, 0.0, *_quantiles(lines, size, share, leeway))


@cache
def _quantiles(lines: int, size: int, share: float, leeway: float) -> tuple[float, float, float]:
    """The median and the bounds of that largest share.

    With F the distribution function of a binomial number, that of the largest of n is Fⁿ.
    """
    from scipy import stats

    tail = FALSE_ALARM / 2
    low, high = max(0.0, share - leeway), min(1.0, share + leeway)
    return (
        float(stats.binom.ppf(0.5 ** (1 / lines), size, share)) / size,
        float(stats.binom.ppf(tail ** (1 / lines), size, low)) / size,
        float(stats.binom.isf(-expm1(log1p(-tail) / lines), size, high)) / size,
    )


def _factor(of: str, value: float, none: float) -> list[Statistic]:
    """Both ends of a factor that is the same for all; 0 where, with probability `none`, none is."""
    expected = value if none < 1 else 0.0
    # A mask of float32 is fine for entries of float64: the statement asks for x's dtype only.
    allowed = tolerance(torch.tensor([expected]), "float32", steps=1)
    reach = allowed.atol + allowed.rtol * abs(expected)
    low, high = expected - reach, expected + reach
    if none > FALSE_ALARM:
        low, high = min(low, 0.0), max(high, 0.0)
    return [
        Statistic(f"{which} factor {of}", 0.0, expected, low, high)
        for which in ("smallest", "largest")
    ]
