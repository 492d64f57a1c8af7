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


def adam_step(state, g, lr, beta1, beta2, eps):
    t = state.t + 1
    m = torch.lerp(g, state.m, beta1)
    s = torch.lerp(g.pow(2), state.s, beta2)
    unbiased = m.div(1 - beta1**t), s.div(1 - beta2**t)
    return Moments(t, m, s), lr * unbiased[0].div(unbiased[1].sqrt().add(eps))


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
