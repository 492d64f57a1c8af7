# ruff: noqa: ARG002  (what is wrong with some of these is that they leave an argument unused)
"""Optimizers as students hand them in: right ones, then wrong ones."""

from __future__ import annotations

import torch
from torch import Tensor

Tensors = dict[str, Tensor]


class SGD:
    def __init__(self, lr: float) -> None:
        self.lr = lr

    def update(self, params: Tensors, grads: Tensors) -> None:
        for k in params:
            params[k] -= self.lr * grads[k]


class Momentum:
    def __init__(self, lr: float, beta: float) -> None:
        self.lr, self.beta = lr, beta
        self.m: Tensors = {}

    def update(self, params: Tensors, grads: Tensors) -> None:
        for k, g in grads.items():
            self.m[k] = self.beta * self.m.get(k, torch.zeros_like(g)) + self.lr * g
            params[k] = params[k] - self.m[k]


class AdaGrad:
    def __init__(self, lr: float, eps: float) -> None:
        self.lr, self.eps = lr, eps
        self.s: Tensors = {}

    def update(self, params: Tensors, grads: Tensors) -> None:
        for k, g in grads.items():
            self.s[k] = self.s.get(k, torch.zeros_like(g)) + g * g
            params[k] -= self.lr * g / torch.sqrt(self.s[k] + self.eps)


class RMSProp:
    def __init__(self, lr: float, alpha: float, eps: float) -> None:
        self.lr, self.alpha, self.eps = lr, alpha, eps
        self.s: Tensors = {}

    def update(self, params: Tensors, grads: Tensors) -> None:
        for k, g in grads.items():
            old = self.s.get(k, torch.zeros_like(g))
            self.s[k] = self.alpha * old + (1 - self.alpha) * g * g
            params[k] -= self.lr * g / torch.sqrt(self.s[k] + self.eps)


class LectureAdam:
    def __init__(self, lr: float, beta1: float, beta2: float, eps: float) -> None:
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m: Tensors = {}
        self.s: Tensors = {}
        self.t = 0

    def remember(self, k: str, g: Tensor) -> tuple[Tensor, Tensor]:
        zeros = torch.zeros_like(g)
        self.m[k] = self.beta1 * self.m.get(k, zeros) + (1 - self.beta1) * g
        self.s[k] = self.beta2 * self.s.get(k, zeros) + (1 - self.beta2) * g * g
        return self.m[k], self.s[k]

    def update(self, params: Tensors, grads: Tensors) -> None:
        for k, g in grads.items():
            m, s = self.remember(k, g)
            params[k] -= self.lr * m / torch.sqrt(s + self.eps)


class Adam(LectureAdam):
    def update(self, params: Tensors, grads: Tensors) -> None:
        self.t += 1
        for k, g in grads.items():
            m, s = self.remember(k, g)
            m_hat = m / (1 - self.beta1**self.t)
            s_hat = s / (1 - self.beta2**self.t)
            params[k] -= self.lr * m_hat / (torch.sqrt(s_hat) + self.eps)


def decayed_rate(eta0: float, t: int, n: int) -> float:
    return eta0 * 10 ** (-t / n)


class Unsolved:
    def __init__(self, lr: float) -> None:
        raise NotImplementedError


class UnsolvedUpdate(SGD):
    def update(self, params: Tensors, grads: Tensors) -> None:
        raise NotImplementedError


class Raising(SGD):
    def update(self, params: Tensors, grads: Tensors) -> None:
        raise KeyError("no 'm' in $state$ of the optimizer\nsecond line")


class GivesNaN(SGD):
    def update(self, params: Tensors, grads: Tensors) -> None:
        params["w"] = params["w"] * torch.nan


class Frozen(SGD):
    def update(self, params: Tensors, grads: Tensors) -> None:
        w = params["w"].clone()
        w -= self.lr * grads["w"]


class Climbing(SGD):
    def update(self, params: Tensors, grads: Tensors) -> None:
        params["w"] += self.lr * grads["w"]


class Exploding(SGD):
    def update(self, params: Tensors, grads: Tensors) -> None:
        params["w"] *= 1e200


class Listing(SGD):
    def update(self, params: Tensors, grads: Tensors) -> None:
        params["w"] = params["w"].tolist()  # type: ignore[assignment]


class Shrinking(SGD):
    def update(self, params: Tensors, grads: Tensors) -> None:
        params["w"] = params["w"].sum()


class Chatty(SGD):
    def update(self, params: Tensors, grads: Tensors) -> None:
        print("step")
        super().update(params, grads)


class Greedy:
    def __init__(self, lr: float, gamma: float) -> None:
        self.lr = lr


RIGHT = (SGD, Momentum, AdaGrad, RMSProp, Adam)
