"""The same layers made independently: by torch's own dropout and autograd, and by loops."""

from __future__ import annotations

import random

import torch
from torch import Generator, Tensor
from torch.nn import functional


def _seed(generator: Generator) -> int:
    return int(torch.randint(2**31, (), generator=generator, device=generator.device))


class TorchDropout:
    """torch.nn.functional.dropout, whose gradient autograd finds."""

    def __init__(self, p: float) -> None:
        self.p = p

    def forward(self, x: Tensor, training: bool, generator: Generator) -> Tensor:
        with torch.random.fork_rng():
            torch.manual_seed(_seed(generator))
            self.leaf = x.clone().requires_grad_()
            self.y = functional.dropout(self.leaf, self.p, training)
        return self.y.detach()

    def backward(self, grad: Tensor) -> Tensor:
        return torch.autograd.grad(self.y, self.leaf, grad)[0]


class LoopVanilla:
    """One Python number after the other, without a tensor."""

    def __init__(self, p: float) -> None:
        self.p = p
        self.kept: list[bool] = []

    def forward(self, x: Tensor, training: bool, generator: Generator) -> Tensor:
        values = x.flatten().tolist()
        if training:
            draws = random.Random(_seed(generator))
            self.kept = [draws.random() >= self.p for _ in values]
            values = [value if kept else 0.0 for value, kept in zip(values, self.kept, strict=True)]
        else:
            values = [value * (1 - self.p) for value in values]
        return torch.tensor(values, dtype=x.dtype).reshape(x.shape)

    def backward(self, grad: Tensor) -> Tensor:
        pairs = zip(grad.flatten().tolist(), self.kept, strict=True)
        values = [value if kept else 0.0 for value, kept in pairs]
        return torch.tensor(values, dtype=grad.dtype).reshape(grad.shape)


def variance_of_two(x: float, p: float) -> float:
    """Over the two things that can happen, each with its probability."""
    outcomes = [(p, 0.0), (1 - p, x / (1 - p))]
    mean = sum(chance * value for chance, value in outcomes)
    return sum(chance * (value - mean) ** 2 for chance, value in outcomes)
