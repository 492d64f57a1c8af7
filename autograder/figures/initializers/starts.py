"""Calling a student's initializers for a figure: weights, or why there is nothing to draw."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

import torch
from torch import Generator, Tensor

from autograder.figures.guard import Unfit, guarded
from autograder.words.said import said

Start: TypeAlias = Callable[[int, int, Generator], Any]
"""`start(n_in, n_out, generator)` gives a layer's weights, of shape (n_in, n_out)."""

Starts: TypeAlias = Mapping[str, Start]
"""Each under the name that a figure gives it."""

NormalStart: TypeAlias = Callable[[int, int, float, Generator], Any]
"""The student's `normal(n_in, n_out, std, generator)`."""


def seeded(seed: int = 0) -> Generator:
    """A generator of its own for each figure, so that each is the same at every run."""
    return Generator().manual_seed(seed)


def draw(start: Start, n_in: int, n_out: int, generator: Generator) -> Tensor:
    """The weights of one layer, in float32.

    Raises:
        Unfit: where `start` is not written yet, raises, or gives something else.
    """
    with guarded():
        weights = start(n_in, n_out, generator)
    if not isinstance(weights, Tensor):
        raise Unfit(said("gives a {kind}", kind=type(weights).__name__))
    if weights.shape != (n_in, n_out):
        shape, wanted = tuple(weights.shape), (n_in, n_out)
        raise Unfit(said("gives the shape {shape} instead of {wanted}", shape=shape, wanted=wanted))
    if not bool(torch.isfinite(weights).all()):
        raise Unfit(said("gives weights that are not finite"))
    return weights.detach().to(torch.float32)


def of_std(normal: NormalStart, std: float) -> Start:
    """Normal weights of this standard deviation."""
    return lambda n_in, n_out, generator: normal(n_in, n_out, std, generator)
