"""What is known to go wrong with optimizers: each class is the solution with one thing changed."""

from __future__ import annotations

import torch
from torch import Tensor

from .optimizers import SGD, Adam, Momentum

Tensors = dict[str, Tensor]


class SGDSignFlipped(SGD):
    def update(self, params: Tensors, grads: Tensors) -> None:
        for name, g in grads.items():
            params[name] += self.lr * g


class SGDRateIgnored(SGD):
    def update(self, params: Tensors, grads: Tensors) -> None:
        for name, g in grads.items():
            params[name] -= g


class SGDRateFrozen(SGD):
    def __init__(self, lr: float) -> None:
        super().__init__(lr)
        self.first_lr = lr

    def update(self, params: Tensors, grads: Tensors) -> None:
        self.lr = self.first_lr
        super().update(params, grads)


class SGDGradientChanged(SGD):
    def update(self, params: Tensors, grads: Tensors) -> None:
        for name, g in grads.items():
            params[name] -= g.mul_(self.lr)


class SGDNotApplied(SGD):
    def update(self, params: Tensors, grads: Tensors) -> None:
        """What would be the new parameters is thrown away."""


class MomentumVariant(Momentum):
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


class MomentumAverage(MomentumVariant):
    def velocity(self, m: Tensor, g: Tensor) -> Tensor:
        return self.beta * m + (1 - self.beta) * g

    def step(self, old: Tensor, new: Tensor, g: Tensor) -> Tensor:
        return self.lr * new


class MomentumSignSlip(MomentumVariant):
    def step(self, old: Tensor, new: Tensor, g: Tensor) -> Tensor:
        return -new


class MomentumForgets(MomentumVariant):
    def step(self, old: Tensor, new: Tensor, g: Tensor) -> Tensor:
        return self.lr * g


class MomentumRateTwice(MomentumVariant):
    def step(self, old: Tensor, new: Tensor, g: Tensor) -> Tensor:
        return self.lr * new


class MomentumNesterov(MomentumVariant):
    def step(self, old: Tensor, new: Tensor, g: Tensor) -> Tensor:
        return self.beta * new + self.lr * g


class MomentumShared(Momentum):
    def update(self, params: Tensors, grads: Tensors) -> None:
        for name, g in grads.items():
            m = self.m.get("all", torch.zeros_like(g))
            self.m["all"] = self.beta * m + self.lr * g
            params[name] -= self.m["all"]


class MomentumOldVelocity(MomentumVariant):
    def step(self, old: Tensor, new: Tensor, g: Tensor) -> Tensor:
        return old


class MomentumPyTorch(MomentumVariant):
    def velocity(self, m: Tensor, g: Tensor) -> Tensor:
        return self.beta * m + g

    def step(self, old: Tensor, new: Tensor, g: Tensor) -> Tensor:
        return self.lr * new


class MomentumRateFrozen(Momentum):
    def __init__(self, lr: float, beta: float) -> None:
        super().__init__(lr, beta)
        self.first_lr = lr

    def update(self, params: Tensors, grads: Tensors) -> None:
        self.lr = self.first_lr
        super().update(params, grads)


class AdamVariant(Adam):
    """Adam whose step is a function of m, s and t, to be changed one thing at a time."""

    def corrected(self, m: Tensor, s: Tensor, t: int) -> tuple[Tensor, Tensor]:
        return m / (1 - self.beta1**t), s / (1 - self.beta2**t)

    def step(self, m: Tensor, s: Tensor, t: int) -> Tensor:
        m_hat, s_hat = self.corrected(m, s, t)
        return m_hat / (s_hat.sqrt() + self.eps)

    def update(self, params: Tensors, grads: Tensors) -> None:
        self.t += 1
        for name, g in grads.items():
            m = self.m.get(name, torch.zeros_like(g))
            s = self.s.get(name, torch.zeros_like(g))
            self.m[name] = self.beta1 * m + (1 - self.beta1) * g
            self.s[name] = self.beta2 * s + (1 - self.beta2) * g**2
            params[name] -= self.lr * self.step(self.m[name], self.s[name], self.t)


class AdamUncorrected(AdamVariant):
    def corrected(self, m: Tensor, s: Tensor, t: int) -> tuple[Tensor, Tensor]:
        return m, s


class AdamOnlyMCorrected(AdamVariant):
    def corrected(self, m: Tensor, s: Tensor, t: int) -> tuple[Tensor, Tensor]:
        return m / (1 - self.beta1**t), s


class AdamOnlySCorrected(AdamVariant):
    def corrected(self, m: Tensor, s: Tensor, t: int) -> tuple[Tensor, Tensor]:
        return m, s / (1 - self.beta2**t)


class AdamWithoutPower(AdamVariant):
    def corrected(self, m: Tensor, s: Tensor, t: int) -> tuple[Tensor, Tensor]:
        return super().corrected(m, s, 1)


class AdamTimeFromZero(AdamVariant):
    def corrected(self, m: Tensor, s: Tensor, t: int) -> tuple[Tensor, Tensor]:
        # As tensors, for a division by the number zero would raise.
        return m / m.new_tensor(1 - self.beta1 ** (t - 1)), s / s.new_tensor(
            1 - self.beta2 ** (t - 1)
        )


class AdamTimeAhead(AdamVariant):
    def corrected(self, m: Tensor, s: Tensor, t: int) -> tuple[Tensor, Tensor]:
        return super().corrected(m, s, t + 1)


class AdamEpsInside(AdamVariant):
    def step(self, m: Tensor, s: Tensor, t: int) -> Tensor:
        m_hat, s_hat = self.corrected(m, s, t)
        return m_hat / (s_hat + self.eps).sqrt()


class AdamFolded(AdamVariant):
    def step(self, m: Tensor, s: Tensor, t: int) -> Tensor:
        rate = (1 - self.beta2**t) ** 0.5 / (1 - self.beta1**t)
        return m.mul(rate) / (s.sqrt() + self.eps)


class AdamLecture(AdamVariant):
    def step(self, m: Tensor, s: Tensor, t: int) -> Tensor:
        return m / (s + self.eps).sqrt()


class AdamNoRoot(AdamVariant):
    def step(self, m: Tensor, s: Tensor, t: int) -> Tensor:
        m_hat, s_hat = self.corrected(m, s, t)
        return m_hat / (s_hat + self.eps)


class AdamBetasSwapped(Adam):
    def __init__(self, lr: float, beta1: float, beta2: float, eps: float) -> None:
        super().__init__(lr, beta2, beta1, eps)


class AdamTimePerParameter(AdamVariant):
    def update(self, params: Tensors, grads: Tensors) -> None:
        for name, g in grads.items():
            super().update(params, {name: g})


class AdamRateFrozen(Adam):
    def __init__(self, lr: float, beta1: float, beta2: float, eps: float) -> None:
        super().__init__(lr, beta1, beta2, eps)
        self.first_lr = lr

    def update(self, params: Tensors, grads: Tensors) -> None:
        self.lr = self.first_lr
        super().update(params, grads)
