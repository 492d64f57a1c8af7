# ---
# autograder:
#   about: pure functions from state and gradient to state and step; the classes are thin shells
# ---
# %%
# %time unused = sum(range(1000))

# %%
from typing import NamedTuple


class Moments(NamedTuple):
    t: int
    m: torch.Tensor
    s: torch.Tensor


def momentum_step(m, g, lr, beta):
    m = beta * m + lr * g
    return m, m


def adagrad_step(s, g, lr, eps):
    s = torch.addcmul(s, g, g)
    return s, torch.div(g * lr, torch.sqrt(s + eps))


def rmsprop_step(s, g, lr, alpha, eps):
    s = torch.lerp(g.pow(2), s, alpha)
    return s, torch.div(g * lr, torch.sqrt(s + eps))


def moments(state, g, beta1, beta2):
    return Moments(state.t + 1, g.lerp(state.m, beta1), g.pow(2).lerp(state.s, beta2))


def adam_step(state, g, lr, beta1, beta2, eps):
    t, m, s = state = moments(state, g, beta1, beta2)
    unbiased = m.div(1 - beta1**t), s.div(1 - beta2**t)
    return state, lr * unbiased[0].div(unbiased[1].sqrt().add(eps))


def lecture_step(state, g, lr, beta1, beta2, eps):
    state = moments(state, g, beta1, beta2)
    return state, lr * state.m.div(state.s.add(eps).sqrt())


# %% solution="sgd"
class SGD:
    def __init__(self, lr: float) -> None:
        self.lr = lr

    def update(self, params: dict[str, torch.Tensor], grads: dict[str, torch.Tensor]) -> None:
        for name, p in params.items():
            p.copy_(p - self.lr * grads[name])


# %% solution="momentum"
class Momentum:
    def __init__(self, lr: float, beta: float) -> None:
        self.lr = lr
        self.beta = beta
        self.states: dict[str, torch.Tensor] = {}

    def update(self, params: dict[str, torch.Tensor], grads: dict[str, torch.Tensor]) -> None:
        for name, p in params.items():
            state = self.states.get(name, torch.zeros_like(p))
            self.states[name], step = momentum_step(state, grads[name], self.lr, self.beta)
            p.copy_(p - step)


# %% solution="adagrad"
class AdaGrad:
    def __init__(self, lr: float, eps: float) -> None:
        self.lr = lr
        self.eps = eps
        self.states: dict[str, torch.Tensor] = {}

    def update(self, params: dict[str, torch.Tensor], grads: dict[str, torch.Tensor]) -> None:
        for name, p in params.items():
            state = self.states.get(name, torch.zeros_like(p))
            self.states[name], step = adagrad_step(state, grads[name], self.lr, self.eps)
            p.copy_(p - step)


# %% solution="rmsprop"
class RMSProp:
    def __init__(self, lr: float, alpha: float, eps: float) -> None:
        self.lr = lr
        self.settings = alpha, eps
        self.states: dict[str, torch.Tensor] = {}

    def update(self, params: dict[str, torch.Tensor], grads: dict[str, torch.Tensor]) -> None:
        for name, p in params.items():
            state = self.states.get(name, torch.zeros_like(p))
            self.states[name], step = rmsprop_step(state, grads[name], self.lr, *self.settings)
            p.copy_(p - step)


# %% solution="adam"
class Adam:
    def __init__(self, lr: float, beta1: float, beta2: float, eps: float) -> None:
        self.lr = lr
        self.settings = beta1, beta2, eps
        self.states: dict[str, Moments] = {}

    def update(self, params: dict[str, torch.Tensor], grads: dict[str, torch.Tensor]) -> None:
        for name, p in params.items():
            start = Moments(0, torch.zeros_like(p), torch.zeros_like(p))
            state = self.states.get(name, start)
            self.states[name], step = adam_step(state, grads[name], self.lr, *self.settings)
            p.copy_(p - step)


# %% solution="lecture_adam"
class LectureAdam(Adam):
    def update(self, params: dict[str, torch.Tensor], grads: dict[str, torch.Tensor]) -> None:
        for name, p in params.items():
            start = Moments(0, torch.zeros_like(p), torch.zeros_like(p))
            state = self.states.get(name, start)
            self.states[name], step = lecture_step(state, grads[name], self.lr, *self.settings)
            p.copy_(p - step)


# %% solution="decayed_rate"
import math
from functools import partial, reduce
from operator import mul


def decayed_rate(eta0: float, t: int, n: int) -> float:
    return reduce(mul, [eta0, math.pow(10, -t / n)])
