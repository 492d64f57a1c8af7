"""Another processor: one on which all that is computed comes out with other last bits."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
import torch
from torch import Tensor

from autograder.data.outcomes import Outputs
from autograder.exercises import prepare
from autograder.judging.statistics import Statistic, Statistics

ULPS = 4
"""By so many, at most, anything moves: of a tensor, those of its largest entry."""


def disturb(patch: pytest.MonkeyPatch, seed: int = 1) -> None:
    """Lets solutions, mistakes and laws compute as on another processor."""
    draw = torch.Generator().manual_seed(seed)
    outputs_of, by_law = prepare._outputs, prepare._by_law

    def outputs(*given: Any) -> Outputs | Exception:
        found = outputs_of(*given)
        if isinstance(found, Exception):
            return found
        return {name: _tensor(tensor, draw) for name, tensor in found.items()}

    def statistics(*given: Any) -> tuple[Any, dict[str, Any]]:
        expected, mistakes = by_law(*given)
        return _law(expected, draw), {name: _law(known, draw) for name, known in mistakes.items()}

    patch.setattr(prepare, "_outputs", outputs)
    patch.setattr(prepare, "_by_law", statistics)


def _tensor(tensor: Tensor, draw: torch.Generator) -> Tensor:
    """Every entry, zeros too, for what cancels here need not there."""
    if not tensor.is_floating_point() or not tensor.numel():
        return tensor
    largest = torch.nan_to_num(tensor, 0.0, 0.0, 0.0).abs().max()
    if largest == 0:
        return tensor
    ulp = torch.nextafter(largest, largest.new_tensor(torch.inf)) - largest
    moved = 2 * torch.rand(tensor.shape, generator=draw, dtype=tensor.dtype) - 1
    return tensor + (ULPS * moved).round() * ulp


def _law(found: Any, draw: torch.Generator) -> Any:
    assert isinstance(found, Statistics)
    return replace(found, statistics=tuple(_statistic(one, draw) for one in found.statistics))


def _statistic(found: Statistic, draw: torch.Generator) -> Statistic:
    """What is exact stays: whole numbers, and a number that has to be met."""
    if found.low == found.high:
        return found
    return Statistic(
        found.measure,
        *(_moved(x, draw) for x in (found.parameter, found.expected, found.low, found.high)),
    )


def _moved(x: float, draw: torch.Generator) -> float:
    return x if x.is_integer() else float(_tensor(torch.tensor(x, dtype=torch.float64), draw))
