"""What is known to go wrong with Adam, in the paper's form."""

from __future__ import annotations

import torch
from torch import Tensor

from autograder import mistake

from ..lesson import Adam
from .any_optimizer import Tensors


class Variant(Adam):
    """Adam with a function for each part that can go wrong."""

    def mean(self, m: Tensor, g: Tensor) -> Tensor:
        return self.beta1 * m + (1 - self.beta1) * g

    def square(self, s: Tensor, g: Tensor) -> Tensor:
        return self.beta2 * s + (1 - self.beta2) * g**2

    def corrected(self, m: Tensor, s: Tensor, t: int) -> tuple[Tensor, Tensor]:
        return m / (1 - self.beta1**t), s / (1 - self.beta2**t)

    def step(self, m: Tensor, s: Tensor, t: int, g: Tensor) -> Tensor:
        m_hat, s_hat = self.corrected(m, s, t)
        return m_hat / (s_hat.sqrt() + self.eps)

    def key(self, name: str) -> str:
        return name

    def update(self, params: Tensors, grads: Tensors) -> None:
        self.t += 1
        for name, g in grads.items():
            key = self.key(name)
            self.m[key] = self.mean(self.m.get(key, torch.zeros_like(g)), g)
            self.s[key] = self.square(self.s.get(key, torch.zeros_like(g)), g)
            params[name] -= self.lr * self.step(self.m[key], self.s[key], self.t, g)


@mistake
class NoBiasCorrection(Variant):
    """m and s start at zero, so divide them by 1 - beta1 ** t and 1 - beta2 ** t."""

    def corrected(self, m: Tensor, s: Tensor, t: int) -> tuple[Tensor, Tensor]:
        return m, s


@mistake
class OnlyMCorrected(Variant):
    """s needs its correction too."""

    def corrected(self, m: Tensor, s: Tensor, t: int) -> tuple[Tensor, Tensor]:
        return m / (1 - self.beta1**t), s


@mistake
class OnlyVCorrected(Variant):
    """m needs its correction too."""

    def corrected(self, m: Tensor, s: Tensor, t: int) -> tuple[Tensor, Tensor]:
        return m, s / (1 - self.beta2**t)


@mistake
class CorrectionWithoutPower(Variant):
    """the correction is 1 - beta ** t, and t grows by one at each call."""

    def corrected(self, m: Tensor, s: Tensor, t: int) -> tuple[Tensor, Tensor]:
        return super().corrected(m, s, 1)


@mistake
class PowerTwo(Variant):
    """the correction is 1 - beta ** t, not 1 - beta ** 2."""

    def corrected(self, m: Tensor, s: Tensor, t: int) -> tuple[Tensor, Tensor]:
        return super().corrected(m, s, 2)


@mistake
class TFromZero(Variant):
    """t is 1 at the first call; with 0 you divide by zero."""

    def corrected(self, m: Tensor, s: Tensor, t: int) -> tuple[Tensor, Tensor]:
        # As tensors, for a division by the number zero would raise.
        first, second = 1 - self.beta1 ** (t - 1), 1 - self.beta2 ** (t - 1)
        return m / m.new_tensor(first), s / s.new_tensor(second)


@mistake
class TOffByOne(Variant):
    """t is 1 at the first call, not 2."""

    def corrected(self, m: Tensor, s: Tensor, t: int) -> tuple[Tensor, Tensor]:
        return super().corrected(m, s, t + 1)


@mistake
class TPerParameter(Variant):
    """t counts calls, not parameters."""

    def update(self, params: Tensors, grads: Tensors) -> None:
        for name, g in grads.items():
            super().update(params, {name: g})


@mistake
class BetasSwapped(Adam):
    """beta1 belongs to m, beta2 to s."""

    def __init__(self, lr: float, beta1: float, beta2: float, eps: float) -> None:
        super().__init__(lr, beta2, beta1, eps)


@mistake
class NoSquareRoot(Variant):
    """divide by the root of s, not by s."""

    def step(self, m: Tensor, s: Tensor, t: int, g: Tensor) -> Tensor:
        m_hat, s_hat = self.corrected(m, s, t)
        return m_hat / (s_hat + self.eps)


@mistake
class NoEps(Variant):
    """without eps a gradient of zero gives 0 / 0."""

    def step(self, m: Tensor, s: Tensor, t: int, g: Tensor) -> Tensor:
        m_hat, s_hat = self.corrected(m, s, t)
        return m_hat / s_hat.sqrt()


@mistake
class GradientForMean(Variant):
    """the step is made of m, not of g alone."""

    def step(self, m: Tensor, s: Tensor, t: int, g: Tensor) -> Tensor:
        return super().step((1 - self.beta1**t) * g, s, t, g)


@mistake
class NotSquared(Variant):
    """s averages g ** 2, not the size of g."""

    def square(self, s: Tensor, g: Tensor) -> Tensor:
        return self.beta2 * s + (1 - self.beta2) * g.abs()


@mistake
class Unweighted(Variant):
    """g comes into m with the weight 1 - beta1."""

    def mean(self, m: Tensor, g: Tensor) -> Tensor:
        return self.beta1 * m + g


@mistake
class UnweightedSquare(Variant):
    """g ** 2 comes into s with the weight 1 - beta2."""

    def square(self, s: Tensor, g: Tensor) -> Tensor:
        return self.beta2 * s + g**2


@mistake
class MomentsLost(Variant):
    """m and s have to be kept from one call to the next, as t is."""

    # Only t is kept.
    def update(self, params: Tensors, grads: Tensors) -> None:
        self.m, self.s = {}, {}
        super().update(params, grads)


@mistake
class OldMoments(Variant):
    """update m and s first, then step with the new ones."""

    def update(self, params: Tensors, grads: Tensors) -> None:
        self.t += 1
        for name, g in grads.items():
            m, s = (x.get(name, torch.zeros_like(g)) for x in (self.m, self.s))
            params[name] -= self.lr * self.step(m, s, self.t, g)
            self.m[name], self.s[name] = self.mean(m, g), self.square(s, g)


@mistake
class StateShared(Variant):
    """each name in params has an m and an s of its own."""

    def key(self, name: str) -> str:
        return "all"


@mistake(valid_elsewhere=True)
class EpsInsideRoot(Variant):
    """eps stands outside the root here: sqrt(s) + eps."""

    def step(self, m: Tensor, s: Tensor, t: int, g: Tensor) -> Tensor:
        m_hat, s_hat = self.corrected(m, s, t)
        return m_hat / (s_hat + self.eps).sqrt()


@mistake(valid_elsewhere=True)
class FoldedEps(Variant):
    """with the corrections folded into the rate, scale eps by sqrt(1 - beta2 ** t) too."""

    def step(self, m: Tensor, s: Tensor, t: int, g: Tensor) -> Tensor:
        rate = (1 - self.beta2**t) ** 0.5 / (1 - self.beta1**t)
        return m.mul(rate) / (s.sqrt() + self.eps)


@mistake(valid_elsewhere=True)
class LectureForm(Variant):
    """this is the form without correction, with eps inside the root."""

    def step(self, m: Tensor, s: Tensor, t: int, g: Tensor) -> Tensor:
        return m / (s + self.eps).sqrt()
