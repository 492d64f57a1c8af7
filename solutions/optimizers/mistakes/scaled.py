"""What is known to go wrong with optimizers that divide by a root of gathered squares."""

from __future__ import annotations

import torch
from torch import Tensor

from autograder import Mistake

from ..lesson import AdaGrad, RMSProp
from .any_optimizer import Tensors


class Scaled:
    """How both optimizers work, with a function for each part that can go wrong."""

    lr: float
    eps: float
    s: Tensors
    first = 0.0

    def gathered(self, s: Tensor, g: Tensor) -> Tensor:
        raise NotImplementedError

    def direction(self, old: Tensor, new: Tensor, g: Tensor) -> Tensor:
        return g / (new + self.eps).sqrt()

    def key(self, name: str) -> str:
        return name

    def update(self, params: Tensors, grads: Tensors) -> None:
        for name, g in grads.items():
            old = self.s.get(self.key(name), torch.full_like(g, self.first))
            self.s[self.key(name)] = self.gathered(old, g)
            params[name] -= self.lr * self.direction(old, self.s[self.key(name)], g)


class Sums(Scaled, AdaGrad):
    def gathered(self, s: Tensor, g: Tensor) -> Tensor:
        return s + g**2


class Averages(Scaled, RMSProp):
    def gathered(self, s: Tensor, g: Tensor) -> Tensor:
        return self.alpha * s + (1 - self.alpha) * g**2


def wrong_steps(right: type[Scaled]) -> list[Mistake]:
    """Mistakes in how a step is made from what was gathered."""

    class EpsOutside(right):  # type: ignore[misc, valid-type]
        def direction(self, old: Tensor, new: Tensor, g: Tensor) -> Tensor:
            return g.div(new.sqrt() + self.eps)

    class NoEps(right):  # type: ignore[misc, valid-type]
        def direction(self, old: Tensor, new: Tensor, g: Tensor) -> Tensor:
            return g / new.sqrt()

    class NoRoot(right):  # type: ignore[misc, valid-type]
        def direction(self, old: Tensor, new: Tensor, g: Tensor) -> Tensor:
            return g.div(new + self.eps)

    class Multiplied(right):  # type: ignore[misc, valid-type]
        def direction(self, old: Tensor, new: Tensor, g: Tensor) -> Tensor:
            return g.mul((new + self.eps).sqrt())

    class Old(right):  # type: ignore[misc, valid-type]
        def direction(self, old: Tensor, new: Tensor, g: Tensor) -> Tensor:
            return g.div((old + self.eps).sqrt())

    class Shared(right):  # type: ignore[misc, valid-type]
        def key(self, name: str) -> str:
            return "all"

    class FromOne(right):  # type: ignore[misc, valid-type]
        first = 1.0

    class FromTenth(right):  # type: ignore[misc, valid-type]
        first = 0.1

    return [
        Mistake("no-eps", NoEps, "without eps a gradient of zero gives 0 / 0."),
        Mistake("no-square-root", NoRoot, "divide by the root of s + eps, not by s + eps."),
        Mistake("multiplied", Multiplied, "the root divides the step; it does not multiply it."),
        Mistake("old-accumulator", Old, "update s first, then step with the new s."),
        Mistake("state-shared", Shared, "each name in params has an s of its own."),
        Mistake("starts-at-one", FromOne, "s starts at zero."),
        Mistake(
            "starts-at-a-tenth",
            FromTenth,
            "s starts at zero here; some libraries start it at 0.1.",
            valid_elsewhere=True,
        ),
        Mistake(
            "eps-outside-root",
            EpsOutside,
            "eps stands inside the root here: sqrt(s + eps).",
            valid_elsewhere=True,
        ),
    ]
