"""What is known to go wrong where columns are scaled to [0, 1]."""

from __future__ import annotations

import torch
from torch import Tensor

from autograder import mistake

from ..lesson import min_max, standardize
from .guard import without_nan


@mistake
def whole_array(x: Tensor) -> Tensor:
    """each column has its own: take them over dim=0."""
    return (x - x.min()) / (x.max() - x.min())


@mistake
def by_row(x: Tensor) -> Tensor:
    """columns are features: take both extremes over dim=0."""
    return min_max(x.T).T


@mistake
def unguarded(x: Tensor) -> Tensor:
    """a constant column gives 0 / 0; it has to become 0."""
    return (x - x.amin(dim=0)) / (x.amax(dim=0) - x.amin(dim=0))


@mistake
def by_largest(x: Tensor) -> Tensor:
    """subtract the smallest entry, and divide by the range."""
    return x / x.amax(dim=0)


@mistake(valid_elsewhere=True)
def by_largest_size(x: Tensor) -> Tensor:
    """here the smallest entry becomes 0: subtract it, and divide by the range."""
    return x / x.abs().amax(dim=0)


@mistake
def not_moved(x: Tensor) -> Tensor:
    """subtract the smallest entry before you divide."""
    return torch.where(min_max(x).any(dim=0), x / (x.amax(dim=0) - x.amin(dim=0)), 0)


@mistake
def not_divided(x: Tensor) -> Tensor:
    """divide by the range: the largest entry becomes 1."""
    return x - x.amin(dim=0)


@mistake
def misplaced_brackets(x: Tensor) -> Tensor:
    """brackets: subtract first, then divide the difference."""
    return x - without_nan(x.amin(dim=0) / (x.amax(dim=0) - x.amin(dim=0)))


@mistake(valid_elsewhere=True)
def to_both_sides(x: Tensor) -> Tensor:
    """this scales to [-1, 1]; here it is [0, 1]."""
    return torch.where(min_max(x).any(dim=0), 2 * min_max(x) - 1, 0)


@mistake(valid_elsewhere=True)
def about_the_mean(x: Tensor) -> Tensor:
    """subtract the smallest entry, not the mean."""
    return without_nan((x - x.mean(dim=0)) / (x.amax(dim=0) - x.amin(dim=0)))


@mistake
def is_standardize(x: Tensor) -> Tensor:
    """this gives mean 0 and variance 1; use the extremes."""
    return standardize(x)


@mistake
def x_changed(x: Tensor) -> Tensor:
    """x belongs to the caller: compute with a copy, not in place."""
    return x.copy_(min_max(x))
