"""Judging random outputs: named statistics, each with its expected value and bounds.

What the bounds are, and with which false-alarm rate, is said by `autograder.laws`; here the
statistics are only measured, as the student's own `check` does too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import torch
from torch import Tensor

from autograder.data.outcomes import Outputs
from autograder.data.sentence import Sentence
from autograder.judging.measures.dropout import MASK_MEASURES
from autograder.judging.measures.weights import WEIGHT_MEASURES
from autograder.judging.values import structure
from autograder.results.kinds import Kind
from autograder.results.result import Finding


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
            return Finding(Kind.NOT_FINITE, (Sentence("not-all-finite"),))
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
    numbers = {"got": f"{measured:.4g}", "expected": f"{statistic.expected:.4g}"}
    low, high = f"{statistic.low:.4g}", f"{statistic.high:.4g}"
    detail = (
        Sentence("out-of-bounds", **numbers, low=low, high=high)
        if low != high
        else Sentence("expected", **numbers)
    )
    return Finding(Kind.VALUE, (Sentence("measure-off", measure=statistic.measure),), (detail,))


MEASURES: Mapping[str, Callable[[Outputs, float], float | Tensor]] = {
    **MASK_MEASURES,
    **WEIGHT_MEASURES,
}
