"""Calling a student's layer for a figure: what it gives, or why there is nothing to draw."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias, TypeVar

from torch import Tensor

from autograder.figures.guard import Unfit, guarded

LayerClass: TypeAlias = Callable[..., Any]
"""A student's class, made from `num_features`, `eps` and `momentum`."""

EPS = 1e-5
MOMENTUM = 0.1

_Found = TypeVar("_Found")


def made(layer: LayerClass, num_features: int, *, momentum: float = MOMENTUM) -> Any:
    """A new layer with the course's eps."""
    return layer(num_features=num_features, eps=EPS, momentum=momentum)


def output(layer: Any, x: Tensor, *, training: bool) -> Tensor:
    """What `forward` gives for a copy of `x`."""
    return fit("forward", layer.forward(x.clone(), training), x)


def fit(what: str, value: Any, like: Tensor) -> Tensor:
    """`value` without its graph, if it is a tensor of finite numbers in the shape of `like`.

    Raises:
        Unfit: where it isn't.
    """
    if not isinstance(value, Tensor):
        raise Unfit(f"{what} gives a {type(value).__name__}, not a tensor")
    if value.shape != like.shape:
        raise Unfit(f"{what} gives the shape {tuple(value.shape)}, not {tuple(like.shape)}")
    if not bool(value.isfinite().all()):
        raise Unfit(f"{what} gives numbers that are not finite")
    return value.detach()


def attempted(work: Callable[[], _Found]) -> tuple[_Found | None, str]:
    """What `work` gives, and ""; or None and what is wrong, in words.

    >>> attempted(lambda: 6 * 7)
    (42, '')
    >>> attempted(lambda: 1 / 0)
    (None, 'ZeroDivisionError: division by zero')
    """
    try:
        with guarded():
            return work(), ""
    except Unfit as unfit:
        return None, str(unfit)
