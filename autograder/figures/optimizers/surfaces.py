"""Functions of two variables to walk down, with exact gradients."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

import torch
from torch import Tensor

from autograder.words.said import said

Point = tuple[float, float]


@dataclass(frozen=True)
class Surface:
    """A function of two variables that an optimizer walks on.

    Args:
        name: the formula, as a figure's title says it.
        value: points of shape (..., 2) to values of shape (...).
        gradient: points of shape (..., 2) to gradients of shape (..., 2).
        minima: where the lowest value is taken.
        lowest: that value.
        start: where every optimizer begins.
        window: how far a picture reaches from the origin in x and in y.
    """

    name: str
    value: Callable[[Tensor], Tensor]
    gradient: Callable[[Tensor], Tensor]
    minima: tuple[Point, ...]
    lowest: float
    start: Point
    window: Point


def quadratic(
    curvatures: Point, start: Point = (-1.0, 0.5), window: Point = (1.35, 0.8)
) -> Surface:
    """½(a x² + b y²) for `curvatures` (a, b), both positive.

    >>> surface = quadratic((1.0, 50.0))
    >>> point = torch.tensor([2.0, 1.0])
    >>> surface.value(point).item(), surface.gradient(point).tolist()
    (27.0, [2.0, 50.0])
    """

    def gradient(points: Tensor) -> Tensor:
        return points * torch.tensor(curvatures, dtype=points.dtype)

    def value(points: Tensor) -> Tensor:
        return (points * gradient(points)).sum(-1) / 2

    a, b = ("" if curvature == 1 else f"{curvature:g}" for curvature in curvatures)
    return Surface(f"½({a}x² + {b}y²)", value, gradient, ((0.0, 0.0),), 0.0, start, window)


def rotated(surface: Surface, degrees: float = 45.0) -> Surface:
    """`surface` turned anticlockwise about the origin, its start and minima with it.

    >>> turned = rotated(ILL_CONDITIONED, 90)
    >>> [round(coordinate, 9) for coordinate in turned.start]
    [-0.5, -1.0]
    """
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    turn = torch.tensor([[cos, sin], [-sin, cos]], dtype=torch.float64)  # a row p goes to p @ turn

    def move(point: Point) -> Point:
        x, y = point
        return (cos * x - sin * y, sin * x + cos * y)

    return Surface(
        name=said("{surface}, turned by {degrees}°", surface=surface.name, degrees=f"{degrees:g}"),
        value=lambda points: surface.value(points @ turn.T.to(points.dtype)),
        gradient=lambda points: (
            surface.gradient(points @ turn.T.to(points.dtype)) @ turn.to(points.dtype)
        ),
        minima=tuple(move(point) for point in surface.minima),
        lowest=surface.lowest,
        start=move(surface.start),
        window=(max(surface.window), max(surface.window)),
    )


def scaled(surface: Surface, factor: float) -> Surface:
    """`surface` with its values, and so its gradients, times `factor`.

    >>> scaled(ILL_CONDITIONED, 1000).value(torch.tensor([0.0, 1.0])).item()
    25000.0
    """
    return replace(
        surface,
        name=f"{factor:g} × {surface.name}",
        value=lambda points: factor * surface.value(points),
        gradient=lambda points: factor * surface.gradient(points),
        lowest=factor * surface.lowest,
    )


def _saddle_gradient(points: Tensor) -> Tensor:
    x, y = points.unbind(-1)
    return torch.stack([x, y**3 - y], dim=-1)


def _saddle_value(points: Tensor) -> Tensor:
    x, y = points.unbind(-1)
    return x**2 / 2 + (y**2 - 1) ** 2 / 4 - 0.25


ILL_CONDITIONED = quadratic((1.0, 50.0))
"""Fifty times as steep across as along."""

SADDLE = Surface(
    # ½(x² − y²) near the origin; the fourth power gives it a floor, so that leaving can be seen.
    name="½(x² − y²) + ¼y⁴",
    value=_saddle_value,
    gradient=_saddle_gradient,
    minima=((0.0, 1.0), (0.0, -1.0)),
    lowest=-0.25,
    start=(-1.0, 0.001),
    window=(1.5, 1.5),
)

SLOPE = Surface(
    name="x + y",
    value=lambda points: points.sum(-1),
    gradient=torch.ones_like,
    minima=(),
    lowest=-math.inf,
    start=(0.0, 0.0),
    window=(1.0, 1.0),
)
"""A gradient of one everywhere: what an optimizer makes of it is its step."""
