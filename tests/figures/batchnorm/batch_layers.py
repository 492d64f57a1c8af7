"""Layers as students write them: right ones, and others that no figure may stumble over."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor


class BatchNorm1d:
    def __init__(self, num_features: int, eps: float, momentum: float) -> None:
        self.eps = eps
        self.momentum = momentum
        self.gamma: Any = torch.ones(num_features)
        self.beta: Any = torch.zeros(num_features)
        self.running_mean: Any = torch.zeros(num_features)
        self.running_var: Any = torch.ones(num_features)

    def forward(self, x: Tensor, training: bool) -> Any:
        mean, var = self.running_mean, self.running_var
        if training:
            mean, var = x.mean(dim=0), x.var(dim=0, correction=0)
            self.gather(mean, x.var(dim=0))
        root = (var + self.eps).sqrt()
        x_hat = (x - mean) / root
        if training:
            self.x_hat, self.root = x_hat, root
        return self.gamma * x_hat + self.beta

    def gather(self, mean: Tensor, var: Tensor) -> None:
        self.running_mean = self.running_mean + self.momentum * (mean - self.running_mean)
        self.running_var = self.running_var + self.momentum * (var - self.running_var)

    def backward(self, grad_out: Tensor) -> Any:
        d_gamma, d_beta = (grad_out * self.x_hat).sum(dim=0), grad_out.sum(dim=0)
        inner = grad_out - grad_out.mean(dim=0) - self.x_hat * d_gamma / len(grad_out)
        return {"x": self.gamma / self.root * inner, "gamma": d_gamma, "beta": d_beta}


class ThroughXAlone(BatchNorm1d):
    def backward(self, grad_out: Tensor) -> Any:
        return {**super().backward(grad_out), "x": self.gamma / self.root * grad_out}


class Biased(BatchNorm1d):
    def gather(self, mean: Tensor, var: Tensor) -> None:
        super().gather(mean, 0.75 * var)  # batches of four rows


class Unsolved(BatchNorm1d):
    def __init__(self, num_features: int, eps: float, momentum: float) -> None:
        raise NotImplementedError


class Raising(BatchNorm1d):
    def forward(self, *_: Any) -> Any:
        raise KeyError("no 'mean' in $cache$")


class Listing(BatchNorm1d):
    def forward(self, x: Tensor, training: bool) -> Any:
        return super().forward(x, training).tolist()


class Flat(BatchNorm1d):
    def forward(self, x: Tensor, training: bool) -> Any:
        return super().forward(x, training)[0]


class NotFinite(BatchNorm1d):
    def forward(self, x: Tensor, training: bool) -> Any:
        return super().forward(x, training) * torch.nan


class Zeros(BatchNorm1d):
    def forward(self, x: Tensor, training: bool) -> Any:
        return 0 * super().forward(x, training)


class Chatty(BatchNorm1d):
    def forward(self, x: Tensor, training: bool) -> Any:
        print("forward")
        return super().forward(x, training)


WRONG = {
    Unsolved: "Unsolved: not written yet",
    Raising: "Raising: KeyError: \"no 'mean' in \\$cache\\$\"",
    Listing: "Listing: forward gives a list, not a tensor",
    Flat: "Flat: forward gives the shape",
    NotFinite: "NotFinite: forward gives numbers that are not finite",
}
"""What a figure says in place of a drawing."""
