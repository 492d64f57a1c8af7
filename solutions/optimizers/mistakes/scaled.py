"""What is known to go wrong with optimizers that divide by a root of gathered squares."""

from __future__ import annotations

import torch
from torch import Tensor

from autograder import Mistake

from ..lesson import AdaGrad, RMSProp
from .any_optimizer import (
    Tensors,
    gradient_changed,
    gradient_zeroed,
    no_state,
    sign_flipped,
    wrong_rates,
)


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


def _mistakes_of_the_step(right: type[Scaled]) -> list[Mistake]:
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


class SumsNotSquared(Sums):
    def gathered(self, s: Tensor, g: Tensor) -> Tensor:
        return s + g.abs()


class SumsDecayed(Sums):
    def gathered(self, s: Tensor, g: Tensor) -> Tensor:
        return 0.9 * s + 0.1 * g**2


class AveragesNotSquared(Averages):
    def gathered(self, s: Tensor, g: Tensor) -> Tensor:
        return self.alpha * s + (1 - self.alpha) * g.abs()


class AveragesSwapped(Averages):
    def gathered(self, s: Tensor, g: Tensor) -> Tensor:
        return (1 - self.alpha) * s + self.alpha * g**2


class AveragesSum(Averages):
    def gathered(self, s: Tensor, g: Tensor) -> Tensor:
        return s + g**2


class AveragesUnweighted(Averages):
    def gathered(self, s: Tensor, g: Tensor) -> Tensor:
        return self.alpha * s + g**2


ADAGRAD = [
    sign_flipped(AdaGrad),
    *wrong_rates(AdaGrad),
    no_state(AdaGrad),
    gradient_changed(AdaGrad),
    gradient_zeroed(AdaGrad),
    *_mistakes_of_the_step(Sums),
    Mistake("not-squared", SumsNotSquared, "s gathers g ** 2, not the size of g."),
    Mistake("decayed", SumsDecayed, "AdaGrad forgets nothing: s + g ** 2, without a decay."),
]

RMSPROP = [
    sign_flipped(RMSProp),
    *wrong_rates(RMSProp),
    no_state(RMSProp),
    gradient_changed(RMSProp),
    gradient_zeroed(RMSProp),
    *_mistakes_of_the_step(Averages),
    Mistake("not-squared", AveragesNotSquared, "s averages g ** 2, not the size of g."),
    Mistake("alpha-swapped", AveragesSwapped, "alpha belongs to the old s, 1 - alpha to g ** 2."),
    Mistake("without-decay", AveragesSum, "this is AdaGrad's sum: s has to forget, by alpha."),
    Mistake("unweighted", AveragesUnweighted, "g ** 2 comes in with the weight 1 - alpha."),
]
