"""24 noisy points, and a wide network that is fitted to them through the student's own dropout."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

from autograder.figures.dropout.dropout_layers import DropoutClass, backward, forward
from autograder.figures.guard import Unfit, guarded
from autograder.words.said import said

POINTS, NOISE = 24, 0.3
UNITS, LR, STEPS = 64, 0.01, 1500
GRID = torch.linspace(-1, 1, 161)[:, None]
"""Where curves are drawn, and where the true error is measured."""

_FAR = 1e3
"""A curve beyond this is none: the points lie within 2."""


def truth(x: Tensor) -> Tensor:
    """The curve that the points scatter about."""
    return torch.sin(math.pi * x)


def points() -> tuple[Tensor, Tensor]:
    """The same points at every call: x from -1 to 1, y with noise of deviation 0.3."""
    generator = torch.Generator().manual_seed(3)
    x = torch.linspace(-1, 1, POINTS)[:, None]
    return x, truth(x) + NOISE * torch.randn(x.shape, generator=generator)


@dataclass(frozen=True)
class Fit:
    """What a trained network says.

    Args:
        curve: its predictions on `GRID` at test time, shape (161,).
        subnetworks: the same of thin networks, shape (how many, 161).
        error: the mean squared error at the points, at test time.
        true_error: that of the curve from the truth.
    """

    curve: Tensor
    subnetworks: Tensor
    error: float
    true_error: float


def fit(layer: DropoutClass, p: float, subnetworks: int = 0) -> Fit:
    """Train a network with two objects `layer(p)`, and draw `subnetworks` thin ones from it.

    Raises:
        Unfit: where the class is not written yet, or there is nothing to draw.
    """
    x, y = points()
    with guarded():
        network = Network(layer(p), layer(p))
        network.train(x, y)
        curve = network.predict(GRID)
        if bool((curve.abs() > _FAR).any()):
            raise Unfit(said("the network diverges"))
        return Fit(
            curve=curve[:, 0],
            subnetworks=network.thinned(GRID, subnetworks),
            error=float((network.predict(x) - y).square().mean()),
            true_error=float((curve - truth(GRID)).square().mean()),
        )


class Network:
    """1 → 64 → 64 → 1 with tanh, and a dropout layer behind each hidden layer.

    Args:
        layers: the two objects of the student's class.
    """

    def __init__(self, *layers: Any) -> None:
        generator = torch.Generator().manual_seed(1)
        self.layers = layers
        self.generator = torch.Generator().manual_seed(2)
        self.params = [
            3 * torch.randn(1, UNITS, generator=generator),
            2 * torch.randn(UNITS, generator=generator),
            torch.randn(UNITS, UNITS, generator=generator) / UNITS**0.5,
            torch.zeros(UNITS),
            torch.randn(UNITS, 1, generator=generator) / UNITS**0.5,
            torch.zeros(1),
        ]

    def train(self, x: Tensor, y: Tensor) -> None:
        """`STEPS` steps of Adam on all points at once."""
        means = [torch.zeros_like(w) for w in self.params]
        squares = [torch.zeros_like(w) for w in self.params]
        for t in range(1, STEPS + 1):
            grads = self._gradients(x, y)
            for w, g, m, s in zip(self.params, grads, means, squares, strict=True):
                m.mul_(0.9).add_(g, alpha=0.1)
                s.mul_(0.999).addcmul_(g, g, value=0.001)
                root = (s / (1 - 0.999**t)).sqrt_().add_(1e-8)
                w.addcdiv_(m, root, value=-LR / (1 - 0.9**t))

    def predict(self, x: Tensor) -> Tensor:
        """What the network says at test time."""
        return self._forward(x, training=False)[-1]

    def thinned(self, x: Tensor, count: int) -> Tensor:
        """What `count` thin networks say, each with one mask for all of `x`: (count, len(x)).

        The masks, with their factor, are what the layers make of ones in training.
        """
        first, second = (
            forward(layer, torch.ones(count, UNITS), True, self.generator)[:, None]
            for layer in self.layers
        )
        w1, b1, w2, b2, w3, b3 = self.params
        hidden = torch.tanh(x @ w1 + b1) * first
        out: Tensor = (torch.tanh(hidden @ w2 + b2) * second) @ w3 + b3
        return out[..., 0]

    def _forward(self, x: Tensor, training: bool) -> Sequence[Tensor]:
        """Each layer's units before and after dropout, and the output."""
        w1, b1, w2, b2, w3, b3 = self.params
        one = torch.tanh(x @ w1 + b1)
        one_left = forward(self.layers[0], one, training, self.generator)
        two = torch.tanh(one_left @ w2 + b2)
        two_left = forward(self.layers[1], two, training, self.generator)
        return one, one_left, two, two_left, two_left @ w3 + b3

    def _gradients(self, x: Tensor, y: Tensor) -> list[Tensor]:
        """The gradient of the mean squared error, by hand, through the student's `backward`."""
        _, _, w2, _, w3, _ = self.params
        one, one_left, two, two_left, out = self._forward(x, training=True)
        at_out = 2 * (out - y) / len(x)
        at_two = backward(self.layers[1], at_out @ w3.T) * (1 - two**2)
        at_one = backward(self.layers[0], at_two @ w2.T) * (1 - one**2)
        pairs = [(x, at_one), (one_left, at_two), (two_left, at_out)]
        return [grad for left, at in pairs for grad in (left.T @ at, at.sum(0))]
