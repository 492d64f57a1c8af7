"""Judging random outputs: named statistics, each with its expected value and bounds.

What the bounds are, and with which false-alarm rate, is said by `autograder.laws`; here the
statistics are only measured, as the student's own `check` does too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import torch
from torch import Tensor

from autograder.compare import structure
from autograder.drive import Outputs
from autograder.masks import MASK_MEASURES
from autograder.verdict import Finding, Kind


@dataclass(frozen=True)
class Statistic:
    """One number that outputs have, and what it has to be.

    Args:
        measure: a name in `MEASURES`, fit for the student to read.
        parameter: what the measure needs to know beside the tensors.
        expected: its value under the law.
        low: the lowest value that passes.
        high: the highest value that passes.
    """

    measure: str
    parameter: float
    expected: float
    low: float
    high: float

    def holds(self, outputs: Outputs) -> bool:
        """Whether the measured value is within the bounds; NaN is not."""
        return self.low <= self.measured(outputs) <= self.high

    def measured(self, outputs: Outputs) -> float:
        """The statistic of these outputs."""
        return float(MEASURES[self.measure](outputs, self.parameter))


@dataclass(frozen=True)
class Statistics:
    """What a random case's outputs have to be: shapes, dtypes, and statistics within bounds.

    Args:
        shapes: by the output's name.
        dtypes: such as "float32".
        statistics: in the order in which the first that is off is said.
        given: the case's inputs, which measures may use beside the outputs, by names of their own.
    """

    shapes: Mapping[str, tuple[int, ...]]
    dtypes: Mapping[str, str]
    statistics: tuple[Statistic, ...]
    given: Mapping[str, Tensor] = field(default_factory=dict)

    def judge(self, outputs: Outputs) -> Finding | None:
        """The first reason why `outputs` don't follow the law; None where they do."""
        found = structure(outputs, self.shapes, self.dtypes)
        if found:
            return found
        if not all(bool(torch.isfinite(outputs[name]).all()) for name in self.shapes):
            return Finding(Kind.NOT_FINITE, "Not every number that came back is finite.")
        known = {**outputs, **self.given}
        for statistic in self.statistics:
            if not statistic.holds(known):
                return _off(statistic, statistic.measured(known))
        return None

    def reproduced_by(self, outputs: Outputs) -> bool:
        """Whether `outputs` have these shapes, and every statistic is within its bounds."""
        shapes = {name: tuple(tensor.shape) for name, tensor in outputs.items()}
        known = {**outputs, **self.given}
        return shapes == dict(self.shapes) and all(s.holds(known) for s in self.statistics)


def _off(statistic: Statistic, measured: float) -> Finding:
    detail = f"It is {measured:.4g}, expected {statistic.expected:.4g}"
    low, high = f"{statistic.low:.4g}", f"{statistic.high:.4g}"
    detail += f"; {low} to {high} passes." if low != high else "."
    return Finding(Kind.VALUE, f"The {statistic.measure} is off.", detail)


def _mean(outputs: Outputs, _: float) -> float:
    return float(_weights(outputs).mean())


def _deviation(outputs: Outputs, _: float) -> float:
    return float(_weights(outputs).std())


def _share_within(outputs: Outputs, radius: float) -> float:
    return float((_weights(outputs).abs() < radius).to(torch.float64).mean())


def _share_of_zeros(outputs: Outputs, _: float) -> float:
    return float((_weights(outputs) == 0).to(torch.float64).mean())


def _columns(outputs: Outputs, scale: float) -> float:
    return _neighbours(_weights(outputs), scale)


def _rows(outputs: Outputs, scale: float) -> float:
    return _neighbours(_weights(outputs).T, scale)


def _neighbours(weights: Tensor, scale: float) -> float:
    """The mean product of disjoint pairs of neighbouring columns, over scale²."""
    pairs = weights.shape[1] // 2
    left, right = weights[:, 0 : 2 * pairs : 2], weights[:, 1 : 2 * pairs : 2]
    return float((left * right).mean() / scale**2)


def _repeated(outputs: Outputs, _: float) -> float:
    return _share_equal(outputs["weights"], outputs["again"])


def _kept(outputs: Outputs, _: float) -> float:
    return _share_equal(outputs["weights"], outputs["next"])


def _share_equal(left: Tensor, right: Tensor) -> float:
    return float((left == right).to(torch.float64).mean())


def _weights(outputs: Outputs) -> Tensor:
    return outputs["weights"].to(torch.float64)


MEASURES: Mapping[str, Callable[[Outputs, float], float | Tensor]] = {
    **MASK_MEASURES,
    "mean": _mean,
    "standard deviation": _deviation,
    "share of weights within one standard deviation of 0": _share_within,
    "share of weights within 2.3 standard deviations of 0": _share_within,
    "share of weights that are 0": _share_of_zeros,
    "correlation of neighbouring columns": _columns,
    "correlation of neighbouring rows": _rows,
    "share of weights that come back from the same seed": _repeated,
    "share of weights that a second draw repeats": _kept,
}
