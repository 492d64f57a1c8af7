"""The size of a signal, and of its gradient, in each of many layers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import torch
from torch import Generator, Tensor

from autograder.figures.initializers.starts import Start, draw, seeded

UNITS = 256
ROWS = 64

Function: TypeAlias = Callable[[Tensor], Tensor]

ACTIVATIONS: Mapping[str, Function] = {
    "identity": lambda z: z,
    "relu": torch.relu,
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
}


@dataclass(frozen=True)
class Signals:
    """Root mean squares, in float64, from layer 0 on.

    Args:
        forwards: of each layer's z; layer 0 is the input, which is standard normal.
        backwards: of the loss's gradient with respect to z; that of the last layer is given, and
            standard normal.
        saturated: the share of each layer's outputs beyond 0.99 in size.
    """

    forwards: list[float]
    backwards: list[float]
    saturated: list[float]


def signals(start: Start, activation: str, depth: int, units: int = UNITS) -> Signals:
    """Send a batch through `depth` layers of `units` units, and a gradient back.

    The input is taken for the z of layer 0: z₀ is standard normal, and z ← activation(z) W from
    layer to layer.

    Raises:
        Unfit: see `draw`.
    """
    generator = seeded()
    function = ACTIVATIONS[activation]
    z = torch.randn(ROWS, units, generator=generator)
    layers, weights = [z], []
    for _ in range(depth):
        weights.append(draw(start, units, units, generator))
        layers.append(function(layers[-1]) @ weights[-1])
    return Signals(
        forwards=[_size(z) for z in layers],
        backwards=_backwards(function, layers, weights, generator),
        saturated=[_share_beyond(function(z)) for z in layers],
    )


def _backwards(
    function: Function, layers: list[Tensor], weights: list[Tensor], generator: Generator
) -> list[float]:
    gradient = torch.randn(layers[-1].shape, generator=generator)
    sizes = [_size(gradient)]
    for z, w in zip(layers[-2::-1], weights[::-1], strict=True):
        z = z.detach().requires_grad_()
        (gradient,) = torch.autograd.grad(function(z), z, gradient @ w.T)
        sizes.append(_size(gradient))
    return sizes[::-1]


def _size(tensor: Tensor) -> float:
    return tensor.double().square().mean().sqrt().item()


def _share_beyond(outputs: Tensor) -> float:
    return (outputs.abs() > 0.99).double().mean().item()
