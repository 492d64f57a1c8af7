"""What is known to go wrong where columns are standardized."""

from __future__ import annotations

import torch
from torch import Tensor

from autograder import mistake

from ..lesson import min_max, standardize
from .guard import without_nan


def std(x: Tensor) -> Tensor:
    return x.std(dim=0, correction=0)


@mistake(valid_elsewhere=True)
def unbiased(x: Tensor) -> Tensor:
    """divide the sum of squares by the number of rows, not by one less."""
    return without_nan((x - x.mean(dim=0)) / x.std(dim=0, correction=1))


@mistake
def whole_array(x: Tensor) -> Tensor:
    """each column has its own: take them over dim=0."""
    return (x - x.mean()) / x.std(correction=0)


@mistake
def by_row(x: Tensor) -> Tensor:
    """columns are features: take mean and deviation over dim=0."""
    return standardize(x.T).T


@mistake
def by_variance(x: Tensor) -> Tensor:
    """divide by the deviation, the root of the variance."""
    return without_nan((x - x.mean(dim=0)) / x.var(dim=0, correction=0))


@mistake
def unguarded(x: Tensor) -> Tensor:
    """a constant column gives 0 / 0 here; it has to become 0."""
    return (x - x.mean(dim=0)) / std(x)


@mistake
def not_divided(x: Tensor) -> Tensor:
    """after the mean is subtracted, divide by the deviation."""
    return x - x.mean(dim=0)


@mistake
def not_centred(x: Tensor) -> Tensor:
    """subtract the column's mean before you divide."""
    return torch.where(std(x) > 0, x / std(x), 0)


@mistake
def misplaced_brackets(x: Tensor) -> Tensor:
    """brackets: subtract first, then divide the difference."""
    return x - without_nan(x.mean(dim=0) / std(x))


@mistake
def eps_added(x: Tensor) -> Tensor:
    """nothing is added to the variance here."""
    return (x - x.mean(dim=0)) / (x.var(dim=0, correction=0) + 1e-5).sqrt()


@mistake
def constant_kept(x: Tensor) -> Tensor:
    """a constant column becomes 0; it does not stay."""
    return torch.where(std(x) > 0, standardize(x), x)


@mistake
def is_min_max(x: Tensor) -> Tensor:
    """this scales to [0, 1]; use mean and deviation."""
    return min_max(x)


@mistake
def x_changed(x: Tensor) -> Tensor:
    """x belongs to the caller: compute with a copy, not in place."""
    return x.copy_(standardize(x))
