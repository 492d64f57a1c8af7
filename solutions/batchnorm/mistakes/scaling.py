"""What is known to go wrong where columns are scaled."""

from __future__ import annotations

import torch
from torch import Tensor

from autograder import Mistake

from ..lesson import min_max, standardize


def without_nan(result: Tensor) -> Tensor:
    """What a guard makes of 0 / 0."""
    return torch.where(result.isfinite(), result, 0)


def std(x: Tensor) -> Tensor:
    return x.std(dim=0, correction=0)


def unbiased(x: Tensor) -> Tensor:
    return without_nan((x - x.mean(dim=0)) / x.std(dim=0, correction=1))


def whole_array(x: Tensor) -> Tensor:
    return (x - x.mean()) / x.std(correction=0)


def by_row(x: Tensor) -> Tensor:
    return standardize(x.T).T


def by_variance(x: Tensor) -> Tensor:
    return without_nan((x - x.mean(dim=0)) / x.var(dim=0, correction=0))


def unguarded(x: Tensor) -> Tensor:
    return (x - x.mean(dim=0)) / std(x)


def not_divided(x: Tensor) -> Tensor:
    return x - x.mean(dim=0)


def not_centred(x: Tensor) -> Tensor:
    return torch.where(std(x) > 0, x / std(x), 0)


def misplaced_brackets(x: Tensor) -> Tensor:
    return x - without_nan(x.mean(dim=0) / std(x))


def eps_added(x: Tensor) -> Tensor:
    return (x - x.mean(dim=0)) / (x.var(dim=0, correction=0) + 1e-5).sqrt()


def constant_kept(x: Tensor) -> Tensor:
    return torch.where(std(x) > 0, standardize(x), x)


def standardize_in_place(x: Tensor) -> Tensor:
    return x.copy_(standardize(x))


def range_unguarded(x: Tensor) -> Tensor:
    return (x - x.amin(dim=0)) / (x.amax(dim=0) - x.amin(dim=0))


def range_of_all(x: Tensor) -> Tensor:
    return (x - x.min()) / (x.max() - x.min())


def range_by_row(x: Tensor) -> Tensor:
    return min_max(x.T).T


def by_largest(x: Tensor) -> Tensor:
    return x / x.amax(dim=0)


def by_largest_size(x: Tensor) -> Tensor:
    return x / x.abs().amax(dim=0)


def not_moved(x: Tensor) -> Tensor:
    return torch.where(min_max(x).any(dim=0), x / (x.amax(dim=0) - x.amin(dim=0)), 0)


def shifted_alone(x: Tensor) -> Tensor:
    return x - x.amin(dim=0)


def divided_first(x: Tensor) -> Tensor:
    return x - without_nan(x.amin(dim=0) / (x.amax(dim=0) - x.amin(dim=0)))


def to_both_sides(x: Tensor) -> Tensor:
    return torch.where(min_max(x).any(dim=0), 2 * min_max(x) - 1, 0)


def about_the_mean(x: Tensor) -> Tensor:
    return without_nan((x - x.mean(dim=0)) / (x.amax(dim=0) - x.amin(dim=0)))


def min_max_in_place(x: Tensor) -> Tensor:
    return x.copy_(min_max(x))


BY_COLUMN = "each column has its own: take them over dim=0."
IN_PLACE = "x belongs to the caller: compute with a copy, not in place."
BRACKETS = "brackets: subtract first, then divide the difference."

STANDARDIZE = [
    Mistake(
        "unbiased",
        unbiased,
        "divide the sum of squares by the number of rows, not by one less.",
        valid_elsewhere=True,
    ),
    Mistake("whole-array", whole_array, BY_COLUMN),
    Mistake("by-row", by_row, "columns are features: take mean and deviation over dim=0."),
    Mistake("by-variance", by_variance, "divide by the deviation, the root of the variance."),
    Mistake("unguarded", unguarded, "a constant column gives 0 / 0 here; it has to become 0."),
    Mistake("not-divided", not_divided, "after the mean is subtracted, divide by the deviation."),
    Mistake("not-centred", not_centred, "subtract the column's mean before you divide."),
    Mistake("misplaced-brackets", misplaced_brackets, BRACKETS),
    Mistake("eps-added", eps_added, "nothing is added to the variance here."),
    Mistake("constant-kept", constant_kept, "a constant column becomes 0; it does not stay."),
    Mistake("is-min-max", min_max, "this scales to [0, 1]; use mean and deviation."),
    Mistake("x-changed", standardize_in_place, IN_PLACE),
]

MIN_MAX = [
    Mistake("whole-array", range_of_all, BY_COLUMN),
    Mistake("by-row", range_by_row, "columns are features: take both extremes over dim=0."),
    Mistake("unguarded", range_unguarded, "a constant column gives 0 / 0; it has to become 0."),
    Mistake("by-largest", by_largest, "subtract the smallest entry, and divide by the range."),
    Mistake(
        "by-largest-size",
        by_largest_size,
        "here the smallest entry becomes 0: subtract it, and divide by the range.",
        valid_elsewhere=True,
    ),
    Mistake("not-moved", not_moved, "subtract the smallest entry before you divide."),
    Mistake("not-divided", shifted_alone, "divide by the range: the largest entry becomes 1."),
    Mistake("misplaced-brackets", divided_first, BRACKETS),
    Mistake(
        "to-both-sides",
        to_both_sides,
        "this scales to [-1, 1]; here it is [0, 1].",
        valid_elsewhere=True,
    ),
    Mistake(
        "about-the-mean",
        about_the_mean,
        "subtract the smallest entry, not the mean.",
        valid_elsewhere=True,
    ),
    Mistake("is-standardize", standardize, "this gives mean 0 and variance 1; use the extremes."),
    Mistake("x-changed", min_max_in_place, IN_PLACE),
]
