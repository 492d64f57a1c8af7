"""Measures of a dropout layer: which entries it drops, and by which factor it scales the others.

A measure sees the outputs of `dropout_calls` and the case's own inputs by name. None branches on
values, so that `torch.vmap` measures thousands of submissions at once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from math import inf
from typing import TypeAlias

import torch
from torch import Tensor

from autograder.words.said import marked

Named: TypeAlias = Mapping[str, Tensor]

CALLS = ("first", "second", "other", "again")
"""The outputs of forward in training."""


def _share(entries: Tensor) -> Tensor:
    return entries.sum(dtype=torch.float64) / entries.numel()


def _changed(before: str, after: str, tensors: Named, _: float) -> Tensor:
    return _share(tensors[after] != tensors[before])


def _dropped(name: str, tensors: Named, _: float) -> Tensor:
    return _share(tensors[name] == 0)


def _largest(axis: int, kept: bool, tensors: Named, _: float) -> Tensor:
    """The largest share of entries, dropped or kept, that one index of `axis` has."""
    counted = (tensors["first"] != 0) == kept
    lines = counted.movedim(axis, 0).reshape(counted.shape[axis], -1)
    return (lines.sum(1, dtype=torch.float64) / lines.shape[1]).max()


def _alike(left: str, right: str, tensors: Named, _: float) -> Tensor:
    """The share of entries that two tensors both keep or both drop."""
    return _share((tensors[left] != 0) == (tensors[right] != 0))


def _smallest_factor(names: tuple[str, ...], of: str, tensors: Named, _: float) -> Tensor:
    """Of the entries that are kept; 0 where none is."""
    factors = _factors(names, of, tensors)
    smallest = factors.masked_fill(factors == 0, inf).min()
    return torch.where(smallest == inf, 0.0, smallest)


def _largest_factor(names: tuple[str, ...], of: str, tensors: Named, _: float) -> Tensor:
    factors = _factors(names, of, tensors)
    largest = factors.masked_fill(factors == 0, -inf).max()
    return torch.where(largest == -inf, 0.0, largest)


def _factors(names: tuple[str, ...], of: str, tensors: Named) -> Tensor:
    wide = torch.stack([tensors[name].to(torch.float64) for name in names])
    return wide / tensors[of].to(torch.float64)


MASK_MEASURES: Mapping[str, Callable[[Named, float], Tensor]] = {
    marked("share of entries of x that a training call changes"): partial(
        _changed, "x", "x trained"
    ),
    marked("share of entries dropped in training"): partial(_dropped, "first"),
    marked("smallest factor of a kept entry in training"): partial(_smallest_factor, CALLS, "x"),
    marked("largest factor of a kept entry in training"): partial(_largest_factor, CALLS, "x"),
    marked("largest share dropped of a row"): partial(_largest, 0, False),
    marked("largest share kept of a row"): partial(_largest, 0, True),
    marked("largest share dropped of a column"): partial(_largest, -1, False),
    marked("largest share kept of a column"): partial(_largest, -1, True),
    marked("share of entries with the same fate in a second call"): partial(
        _alike, "first", "second"
    ),
    marked("share of entries with the same fate in a new object"): partial(
        _alike, "first", "other"
    ),
    marked("share of entries with the same fate from the same seed"): partial(
        _alike, "first", "again"
    ),
    marked("share of entries of x that a test call changes"): partial(_changed, "x", "x tested"),
    marked("share of entries dropped at test time"): partial(_dropped, "test"),
    marked("smallest factor of an entry at test time"): partial(_smallest_factor, ("test",), "x"),
    marked("largest factor of an entry at test time"): partial(_largest_factor, ("test",), "x"),
    marked("share of entries of grad that backward changes"): partial(
        _changed, "grad", "grad afterwards"
    ),
    marked("share of gradients that are 0 just where the output is"): partial(
        _alike, "gradient", "second"
    ),
    marked("smallest factor of a gradient that passes"): partial(
        _smallest_factor, ("gradient",), "grad"
    ),
    marked("largest factor of a gradient that passes"): partial(
        _largest_factor, ("gradient",), "grad"
    ),
}
