"""Calling a student's dropout layer for a figure: what it gives, or why that can't be drawn."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from torch import Generator, Tensor

from autograder.figures.guard import Unfit
from autograder.words.said import said

DropoutClass: TypeAlias = Callable[..., Any]
"""A student's class: made from p, with `forward(x, training, generator)` and `backward(grad)`."""


def forward(layer: Any, x: Tensor, training: bool, generator: Generator) -> Tensor:
    """What `layer` makes of a copy of `x`; Unfit where that is no tensor like `x`."""
    return _like(x, layer.forward(x.clone(), training, generator), "forward")


def backward(layer: Any, grad: Tensor) -> Tensor:
    """What `layer` makes of a copy of `grad`; Unfit where that is no tensor like `grad`."""
    return _like(grad, layer.backward(grad.clone()), "backward")


def _like(x: Tensor, given: Any, what: str) -> Tensor:
    if not isinstance(given, Tensor):
        raise Unfit(said("{what} gives a {kind}", what=what, kind=type(given).__name__))
    if given.shape != x.shape:
        shape, wanted = tuple(given.shape), tuple(x.shape)
        raise Unfit(
            said("{what} gives the shape {shape} for {x}", what=what, shape=shape, x=wanted)
        )
    if not bool(given.isfinite().all()):
        raise Unfit(said("{what} gives what is no number", what=what))
    return given.detach().to(x.dtype, copy=True)
