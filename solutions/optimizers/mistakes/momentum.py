"""What is known to go wrong with momentum."""

from __future__ import annotations

import torch
from torch import Tensor

from autograder import Mistake

from ..lesson import Momentum
from .any_optimizer import (
    Tensors,
    gradient_changed,
    gradient_zeroed,
    no_state,
    sign_flipped,
    wrong_rates,
)


class Variant(Momentum):
    """Momentum whose velocity and step are functions of their own."""

    def velocity(self, m: Tensor, g: Tensor) -> Tensor:
        return self.beta * m + self.lr * g

    def step(self, old: Tensor, new: Tensor, g: Tensor) -> Tensor:
        return new

    def update(self, params: Tensors, grads: Tensors) -> None:
        for name, g in grads.items():
            old = self.m.get(name, torch.zeros_like(g))
            self.m[name] = self.velocity(old, g)
            params[name] -= self.step(old, self.m[name], g)


class Average(Variant):
    def velocity(self, m: Tensor, g: Tensor) -> Tensor:
        return self.beta * m + (1 - self.beta) * g

    def step(self, old: Tensor, new: Tensor, g: Tensor) -> Tensor:
        return self.lr * new


class AverageOfSteps(Variant):
    def velocity(self, m: Tensor, g: Tensor) -> Tensor:
        return self.beta * m + (1 - self.beta) * self.lr * g


class RateTwice(Variant):
    def step(self, old: Tensor, new: Tensor, g: Tensor) -> Tensor:
        return self.lr * new


class Nesterov(Variant):
    def step(self, old: Tensor, new: Tensor, g: Tensor) -> Tensor:
        return self.beta * new + self.lr * g


class Shared(Momentum):
    def update(self, params: Tensors, grads: Tensors) -> None:
        for name, g in grads.items():
            m = self.m.get("all", torch.zeros_like(g))
            self.m["all"] = self.beta * m + self.lr * g
            params[name] -= self.m["all"]


class OldVelocity(Variant):
    def step(self, old: Tensor, new: Tensor, g: Tensor) -> Tensor:
        return old


class RateOutside(Variant):
    def velocity(self, m: Tensor, g: Tensor) -> Tensor:
        return self.beta * m + g

    def step(self, old: Tensor, new: Tensor, g: Tensor) -> Tensor:
        return self.lr * new


class DampedOnce(Variant):
    """Damping by 1 − β, but for the first gradient."""

    def velocity(self, m: Tensor, g: Tensor) -> Tensor:
        first = not bool(m.any())
        return self.beta * m + (1 if first else 1 - self.beta) * self.lr * g


MISTAKES = [
    sign_flipped(Momentum),
    *wrong_rates(Momentum),
    no_state(Momentum),
    gradient_changed(Momentum),
    gradient_zeroed(Momentum),
    Mistake("lr-squared", RateTwice, "lr is in m already: w - m, not w - lr * m."),
    Mistake("nesterov", Nesterov, "this looks ahead, as Nesterov's does: the step is m itself."),
    Mistake("state-shared", Shared, "each name in params has an m of its own."),
    Mistake("old-velocity", OldVelocity, "update m first, then step with the new m."),
    Mistake("dampened", DampedOnce, "no factor 1 - beta on later gradients: beta * m + lr * g."),
    Mistake("weighted", AverageOfSteps, "no factor 1 - beta: beta * m + lr * g."),
    Mistake(
        "ema",
        Average,
        "this is the running mean, with a factor 1 - beta; asked is beta * m + lr * g.",
        valid_elsewhere=True,
    ),
    Mistake(
        "pytorch-form",
        RateOutside,
        "PyTorch keeps lr outside m; here m gathers lr * g, which differs once lr changes.",
        valid_elsewhere=True,
    ),
]
