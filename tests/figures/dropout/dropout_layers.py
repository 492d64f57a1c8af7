# ruff: noqa: ARG002  (what is wrong with some of these is that they leave an argument unused)
"""Dropout layers as students hand them in: right ones, then wrong ones."""

from __future__ import annotations

from typing import Any

import torch
from torch import Generator, Tensor


class Dropout:
    mask: Tensor

    def __init__(self, p: float) -> None:
        self.p = p

    def forward(self, x: Tensor, training: bool, generator: Generator) -> Tensor:
        if not training:
            return x
        self.mask = (torch.rand(x.shape, generator=generator) >= self.p) / (1 - self.p)
        return x * self.mask

    def backward(self, grad: Tensor) -> Tensor:
        return grad * self.mask


class Vanilla(Dropout):
    def forward(self, x: Tensor, training: bool, generator: Generator) -> Tensor:
        if not training:
            return x * (1 - self.p)
        self.mask = (torch.rand(x.shape, generator=generator) >= self.p).to(x.dtype)
        return x * self.mask


class UseAllWeights(Vanilla):
    def forward(self, x: Tensor, training: bool, generator: Generator) -> Tensor:
        y = super().forward(x, training, generator)
        return y if training else x


class AlwaysOn(Dropout):
    def forward(self, x: Tensor, training: bool, generator: Generator) -> Tensor:
        return super().forward(x, True, generator)


class Unsolved:
    def __init__(self, p: float) -> None:
        raise NotImplementedError


class UnsolvedForward(Dropout):
    def forward(self, x: Tensor, training: bool, generator: Generator) -> Tensor:
        raise NotImplementedError


class Chatty(Dropout):
    def forward(self, x: Tensor, training: bool, generator: Generator) -> Tensor:
        print("forward")
        return super().forward(x, training, generator)


class Raising(Dropout):
    def backward(self, grad: Tensor) -> Tensor:
        raise KeyError("no $mask$")


class Lists(Dropout):
    def forward(self, x: Tensor, training: bool, generator: Generator) -> Any:
        return x.tolist()


class Flat(Dropout):
    def forward(self, x: Tensor, training: bool, generator: Generator) -> Tensor:
        return super().forward(x, training, generator).flatten()


class GivesNaN(Dropout):
    def forward(self, x: Tensor, training: bool, generator: Generator) -> Tensor:
        return x / 0 * 0


class Exploding(Dropout):
    def forward(self, x: Tensor, training: bool, generator: Generator) -> Tensor:
        return 1e6 * super().forward(x, training, generator)


UNFIT = [
    (Unsolved, "not written yet"),
    (UnsolvedForward, "not written yet"),
    (Lists, "forward gives a list"),
    (Flat, "forward gives the shape"),
    (GivesNaN, "forward gives what is no number"),
]
