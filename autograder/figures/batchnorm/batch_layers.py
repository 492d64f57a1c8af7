"""Calling a student's layer for a figure: what it gives, or why there is nothing to draw."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, TypeAlias, TypeVar

from torch import Tensor

from autograder.figures.guard import Unfit, guarded
from autograder.words.said import marked, said

LayerClass: TypeAlias = Callable[..., Any]
"""A student's class, made from `num_features`, `eps` and `momentum`."""

EPS = 1e-5
MOMENTUM = 0.1

_Found = TypeVar("_Found")


class _Complaints(NamedTuple):
    no_tensor: str
    shape: str
    not_finite: str


_OF_A_VALUE = _Complaints(
    marked("{what} gives a {kind}, not a tensor"),
    marked("{what} gives the shape {shape}, not {wanted}"),
    marked("{what} gives numbers that are not finite"),
)
_OF_A_GRADIENT = _Complaints(
    marked("backward, for {what}, gives a {kind}, not a tensor"),
    marked("backward, for {what}, gives the shape {shape}, not {wanted}"),
    marked("backward, for {what}, gives numbers that are not finite"),
)


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
    return _fit(_OF_A_VALUE, what, value, like)


def fit_gradient(what: str, value: Any, like: Tensor) -> Tensor:
    """The same of the gradient that `backward` gives for `what`.

    Raises:
        Unfit: where it isn't such a tensor.
    """
    return _fit(_OF_A_GRADIENT, what, value, like)


def _fit(complaints: _Complaints, what: str, value: Any, like: Tensor) -> Tensor:
    if not isinstance(value, Tensor):
        raise Unfit(said(complaints.no_tensor, what=what, kind=type(value).__name__))
    if value.shape != like.shape:
        shape, wanted = tuple(value.shape), tuple(like.shape)
        raise Unfit(said(complaints.shape, what=what, shape=shape, wanted=wanted))
    if not bool(value.isfinite().all()):
        raise Unfit(said(complaints.not_finite, what=what))
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
