"""The same optimizers made independently: by torch.optim where conventions meet, else by loops."""

from __future__ import annotations

import math
from typing import Any

import torch
from torch import Tensor

Tensors = dict[str, Tensor]


class TorchOptim:
    """An optimizer of torch.optim behind this assignment's interface."""

    def __init__(self, lr: float, **hyper: float) -> None:
        self.lr = lr
        self.hyper = hyper
        self.made: Any = None

    def make(self, leaves: list[Tensor]) -> torch.optim.Optimizer:
        raise NotImplementedError

    def update(self, params: Tensors, grads: Tensors) -> None:
        if self.made is None:
            self.leaves = {name: w.clone().requires_grad_() for name, w in params.items()}
            self.made = self.make(list(self.leaves.values()))
        for name, leaf in self.leaves.items():
            leaf.grad = grads[name].clone()
        self.made.param_groups[0]["lr"] = self.lr
        self.made.step()
        params.update({name: leaf.detach().clone() for name, leaf in self.leaves.items()})


class TorchSGD(TorchOptim):
    def make(self, leaves: list[Tensor]) -> torch.optim.Optimizer:
        return torch.optim.SGD(leaves, lr=self.lr)


class TorchAdam(TorchOptim):
    def make(self, leaves: list[Tensor]) -> torch.optim.Optimizer:
        betas = (self.hyper["beta1"], self.hyper["beta2"])
        return torch.optim.Adam(leaves, lr=self.lr, betas=betas, eps=self.hyper["eps"])


class PlainLoop:
    """One Python number after the other: the formulas as they stand, without a tensor."""

    def __init__(self, lr: float, **hyper: float) -> None:
        self.lr = lr
        self.hyper = hyper
        self.states: dict[tuple[str, int], dict[str, float]] = {}

    def step(self, state: dict[str, float], g: float) -> float:
        raise NotImplementedError

    def update(self, params: Tensors, grads: Tensors) -> None:
        for name, w in params.items():
            moved = []
            pairs = zip(w.flatten().tolist(), grads[name].flatten().tolist(), strict=True)
            for entry, (value, g) in enumerate(pairs):
                state = self.states.setdefault((name, entry), {"m": 0.0, "s": 0.0})
                moved.append(value - self.step(state, g))
            params[name] = torch.tensor(moved, dtype=w.dtype).reshape(w.shape)


class LoopMomentum(PlainLoop):
    def step(self, state: dict[str, float], g: float) -> float:
        state["m"] = self.hyper["beta"] * state["m"] + self.lr * g
        return state["m"]


class LoopAdaGrad(PlainLoop):
    def step(self, state: dict[str, float], g: float) -> float:
        state["s"] += g * g
        return self.lr * g / math.sqrt(state["s"] + self.hyper["eps"])


class LoopRMSProp(PlainLoop):
    def step(self, state: dict[str, float], g: float) -> float:
        alpha = self.hyper["alpha"]
        state["s"] = alpha * state["s"] + (1 - alpha) * g * g
        return self.lr * g / math.sqrt(state["s"] + self.hyper["eps"])


class LoopLectureAdam(PlainLoop):
    def step(self, state: dict[str, float], g: float) -> float:
        beta1, beta2 = self.hyper["beta1"], self.hyper["beta2"]
        state["m"] = beta1 * state["m"] + (1 - beta1) * g
        state["s"] = beta2 * state["s"] + (1 - beta2) * g * g
        return self.lr * state["m"] / math.sqrt(state["s"] + self.hyper["eps"])


def decay_by_logarithm(eta0: float, t: int, n: int) -> float:
    return math.exp(math.log(eta0) - t / n * math.log(10))
