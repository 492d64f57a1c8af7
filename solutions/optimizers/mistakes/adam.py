"""What is known to go wrong with Adam, in the paper's form and in the lecture's."""

from __future__ import annotations

import torch
from torch import Tensor

from autograder import Mistake

from ..lesson import Adam, LectureAdam
from .any_optimizer import (
    Tensors,
    gradient_changed,
    gradient_zeroed,
    no_state,
    sign_flipped,
    wrong_rates,
)


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


class Uncorrected(Variant):
    def corrected(self, m: Tensor, s: Tensor, t: int) -> tuple[Tensor, Tensor]:
        return m, s


class OnlyM(Variant):
    def corrected(self, m: Tensor, s: Tensor, t: int) -> tuple[Tensor, Tensor]:
        return m / (1 - self.beta1**t), s


class OnlyS(Variant):
    def corrected(self, m: Tensor, s: Tensor, t: int) -> tuple[Tensor, Tensor]:
        return m, s / (1 - self.beta2**t)


class WithoutPower(Variant):
    def corrected(self, m: Tensor, s: Tensor, t: int) -> tuple[Tensor, Tensor]:
        return super().corrected(m, s, 1)


class PowerTwo(Variant):
    def corrected(self, m: Tensor, s: Tensor, t: int) -> tuple[Tensor, Tensor]:
        return super().corrected(m, s, 2)


class TimeFromZero(Variant):
    def corrected(self, m: Tensor, s: Tensor, t: int) -> tuple[Tensor, Tensor]:
        # As tensors, for a division by the number zero would raise.
        first, second = 1 - self.beta1 ** (t - 1), 1 - self.beta2 ** (t - 1)
        return m / m.new_tensor(first), s / s.new_tensor(second)


class TimeAhead(Variant):
    def corrected(self, m: Tensor, s: Tensor, t: int) -> tuple[Tensor, Tensor]:
        return super().corrected(m, s, t + 1)


class TimePerParameter(Variant):
    def update(self, params: Tensors, grads: Tensors) -> None:
        for name, g in grads.items():
            super().update(params, {name: g})


class BetasSwapped(Adam):
    def __init__(self, lr: float, beta1: float, beta2: float, eps: float) -> None:
        super().__init__(lr, beta2, beta1, eps)


class NoRoot(Variant):
    def step(self, m: Tensor, s: Tensor, t: int, g: Tensor) -> Tensor:
        m_hat, s_hat = self.corrected(m, s, t)
        return m_hat / (s_hat + self.eps)


class NoEps(Variant):
    def step(self, m: Tensor, s: Tensor, t: int, g: Tensor) -> Tensor:
        m_hat, s_hat = self.corrected(m, s, t)
        return m_hat / s_hat.sqrt()


class GradientForMean(Variant):
    def step(self, m: Tensor, s: Tensor, t: int, g: Tensor) -> Tensor:
        return super().step((1 - self.beta1**t) * g, s, t, g)


class NotSquared(Variant):
    def square(self, s: Tensor, g: Tensor) -> Tensor:
        return self.beta2 * s + (1 - self.beta2) * g.abs()


class UnweightedSquare(Variant):
    def square(self, s: Tensor, g: Tensor) -> Tensor:
        return self.beta2 * s + g**2


class MomentsLost(Variant):
    """Only t is kept."""

    def update(self, params: Tensors, grads: Tensors) -> None:
        self.m, self.s = {}, {}
        super().update(params, grads)


class OldMoments(Variant):
    def update(self, params: Tensors, grads: Tensors) -> None:
        self.t += 1
        for name, g in grads.items():
            m, s = (x.get(name, torch.zeros_like(g)) for x in (self.m, self.s))
            params[name] -= self.lr * self.step(m, s, self.t, g)
            self.m[name], self.s[name] = self.mean(m, g), self.square(s, g)


class UnweightedMean(Variant):
    def mean(self, m: Tensor, g: Tensor) -> Tensor:
        return self.beta1 * m + g


class Shared(Variant):
    def key(self, name: str) -> str:
        return "all"


class EpsInside(Variant):
    def step(self, m: Tensor, s: Tensor, t: int, g: Tensor) -> Tensor:
        m_hat, s_hat = self.corrected(m, s, t)
        return m_hat / (s_hat + self.eps).sqrt()


class Folded(Variant):
    def step(self, m: Tensor, s: Tensor, t: int, g: Tensor) -> Tensor:
        rate = (1 - self.beta2**t) ** 0.5 / (1 - self.beta1**t)
        return m.mul(rate) / (s.sqrt() + self.eps)


class Lecture(Variant):
    def step(self, m: Tensor, s: Tensor, t: int, g: Tensor) -> Tensor:
        return m / (s + self.eps).sqrt()


class LectureNoRoot(Lecture):
    def step(self, m: Tensor, s: Tensor, t: int, g: Tensor) -> Tensor:
        return m / (s + self.eps)


class LectureNoEps(Lecture):
    def step(self, m: Tensor, s: Tensor, t: int, g: Tensor) -> Tensor:
        return m / s.sqrt()


class LectureGradient(Lecture):
    def step(self, m: Tensor, s: Tensor, t: int, g: Tensor) -> Tensor:
        return g / (s + self.eps).sqrt()


class LectureNotSquared(Lecture, NotSquared):
    pass


class LectureUnweightedSquare(Lecture, UnweightedSquare):
    pass


class LectureOldMoments(Lecture, OldMoments):
    pass


class LectureUnweighted(Lecture, UnweightedMean):
    pass


class LectureShared(Lecture, Shared):
    pass


class LectureBetasSwapped(Lecture, BetasSwapped):
    pass


BETAS = "beta1 belongs to m, beta2 to s."
SHARED = "each name in params has an m and an s of its own."
NOT_SQUARED = "s averages g ** 2, not the size of g."
UNWEIGHTED = "g comes into m with the weight 1 - beta1."
GRADIENT = "the step is made of m, not of g alone."

ADAM = [
    sign_flipped(Adam),
    *wrong_rates(Adam),
    no_state(Adam),
    gradient_changed(Adam),
    gradient_zeroed(Adam),
    Mistake(
        "no-bias-correction",
        Uncorrected,
        "m and s start at zero, so divide them by 1 - beta1 ** t and 1 - beta2 ** t.",
    ),
    Mistake("only-m-corrected", OnlyM, "s needs its correction too."),
    Mistake("only-v-corrected", OnlyS, "m needs its correction too."),
    Mistake(
        "correction-without-power",
        WithoutPower,
        "the correction is 1 - beta ** t, and t grows by one at each call.",
    ),
    Mistake("power-two", PowerTwo, "the correction is 1 - beta ** t, not 1 - beta ** 2."),
    Mistake("t-from-zero", TimeFromZero, "t is 1 at the first call; with 0 you divide by zero."),
    Mistake("t-off-by-one", TimeAhead, "t is 1 at the first call, not 2."),
    Mistake("t-per-parameter", TimePerParameter, "t counts calls, not parameters."),
    Mistake("betas-swapped", BetasSwapped, BETAS),
    Mistake("no-square-root", NoRoot, "divide by the root of s, not by s."),
    Mistake("no-eps", NoEps, "without eps a gradient of zero gives 0 / 0."),
    Mistake("gradient-for-mean", GradientForMean, GRADIENT),
    Mistake("not-squared", NotSquared, NOT_SQUARED),
    Mistake("unweighted", UnweightedMean, UNWEIGHTED),
    Mistake(
        "unweighted-square", UnweightedSquare, "g ** 2 comes into s with the weight 1 - beta2."
    ),
    Mistake(
        "moments-lost", MomentsLost, "m and s have to be kept from one call to the next, as t is."
    ),
    Mistake("old-moments", OldMoments, "update m and s first, then step with the new ones."),
    Mistake("state-shared", Shared, SHARED),
    Mistake(
        "eps-inside-root",
        EpsInside,
        "eps stands outside the root here: sqrt(s) + eps.",
        valid_elsewhere=True,
    ),
    Mistake(
        "folded-eps",
        Folded,
        "with the corrections folded into the rate, scale eps by sqrt(1 - beta2 ** t) too.",
        valid_elsewhere=True,
    ),
    Mistake(
        "lecture-form",
        Lecture,
        "this is the form without correction, with eps inside the root.",
        valid_elsewhere=True,
    ),
]

LECTURE_ADAM = [
    sign_flipped(LectureAdam),
    *wrong_rates(LectureAdam),
    no_state(LectureAdam),
    gradient_changed(LectureAdam),
    gradient_zeroed(LectureAdam),
    Mistake("betas-swapped", LectureBetasSwapped, BETAS),
    Mistake("no-square-root", LectureNoRoot, "divide by the root of s + eps, not by s + eps."),
    Mistake("no-eps", LectureNoEps, "without eps a gradient of zero gives 0 / 0."),
    Mistake("gradient-for-mean", LectureGradient, GRADIENT),
    Mistake("not-squared", LectureNotSquared, NOT_SQUARED),
    Mistake("unweighted", LectureUnweighted, UNWEIGHTED),
    Mistake(
        "unweighted-square",
        LectureUnweightedSquare,
        "g ** 2 comes into s with the weight 1 - beta2.",
    ),
    Mistake("old-moments", LectureOldMoments, "update m and s first, then step with the new ones."),
    Mistake("state-shared", LectureShared, SHARED),
    Mistake(
        "paper-form",
        Adam,
        "this is the paper's form, corrected and with eps outside the root.",
        valid_elsewhere=True,
    ),
    Mistake(
        "corrected",
        EpsInside,
        "m and s stay as they are here: no division by 1 - beta ** t.",
        valid_elsewhere=True,
    ),
    Mistake(
        "eps-outside-root",
        Uncorrected,
        "eps stands inside the root here: sqrt(s + eps).",
        valid_elsewhere=True,
    ),
]
