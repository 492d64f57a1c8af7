"""What is known to go wrong with momentum."""

from __future__ import annotations

import torch
from torch import Tensor

from autograder import mistake

from ..lesson import Momentum
from .any_optimizer import Tensors


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


@mistake
class LrSquared(Variant):
    """lr is in m already: w - m, not w - lr * m."""

    def step(self, old: Tensor, new: Tensor, g: Tensor) -> Tensor:
        return self.lr * new


@mistake
class Nesterov(Variant):
    """this looks ahead, as Nesterov's does: the step is m itself."""

    def step(self, old: Tensor, new: Tensor, g: Tensor) -> Tensor:
        return self.beta * new + self.lr * g


@mistake
class StateShared(Momentum):
    """each name in params has an m of its own."""

    def update(self, params: Tensors, grads: Tensors) -> None:
        for name, g in grads.items():
            m = self.m.get("all", torch.zeros_like(g))
            self.m["all"] = self.beta * m + self.lr * g
            params[name] -= self.m["all"]


@mistake
class OldVelocity(Variant):
    """update m first, then step with the new m."""

    def step(self, old: Tensor, new: Tensor, g: Tensor) -> Tensor:
        return old


@mistake
class Dampened(Variant):
    """no factor 1 - beta on later gradients: beta * m + lr * g."""

    # Damping by 1 − β, but for the first gradient.
    def velocity(self, m: Tensor, g: Tensor) -> Tensor:
        first = not bool(m.any())
        return self.beta * m + (1 if first else 1 - self.beta) * self.lr * g


@mistake
class Weighted(Variant):
    """no factor 1 - beta: beta * m + lr * g."""

    def velocity(self, m: Tensor, g: Tensor) -> Tensor:
        return self.beta * m + (1 - self.beta) * self.lr * g


@mistake(valid_elsewhere=True)
class Ema(Variant):
    """this is the running mean, with a factor 1 - beta; asked is beta * m + lr * g."""

    def velocity(self, m: Tensor, g: Tensor) -> Tensor:
        return self.beta * m + (1 - self.beta) * g

    def step(self, old: Tensor, new: Tensor, g: Tensor) -> Tensor:
        return self.lr * new


@mistake(valid_elsewhere=True)
class PytorchForm(Variant):
    """PyTorch keeps lr outside m; here m gathers lr * g, which differs once lr changes."""

    def velocity(self, m: Tensor, g: Tensor) -> Tensor:
        return self.beta * m + g

    def step(self, old: Tensor, new: Tensor, g: Tensor) -> Tensor:
        return self.lr * new
