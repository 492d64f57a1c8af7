"""What is measured of drawn weights: mean, spread, shares, correlations, repeats of a seed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import torch
from torch import Tensor

from autograder.data.outcomes import Outputs
from autograder.words.said import marked


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


WEIGHT_MEASURES: Mapping[str, Callable[[Outputs, float], float]] = {
    marked("mean"): _mean,
    marked("standard deviation"): _deviation,
    marked("share of weights within one standard deviation of 0"): _share_within,
    marked("share of weights within 2.3 standard deviations of 0"): _share_within,
    marked("share of weights that are 0"): _share_of_zeros,
    marked("correlation of neighbouring columns"): _columns,
    marked("correlation of neighbouring rows"): _rows,
    marked("share of weights that come back from the same seed"): _repeated,
    marked("share of weights that a second draw repeats"): _kept,
}
