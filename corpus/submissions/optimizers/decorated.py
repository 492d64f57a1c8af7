# ---
# autograder:
#   about: a decorator turns a rule for one tensor into a class; abstract bases and annotations
# ---
# %%
from __future__ import annotations

import abc
import collections
import inspect
from typing import Any, Callable

Tensors = dict[str, torch.Tensor]


class Base(abc.ABC):
    def __init__(self, **hyper: float) -> None:
        vars(self).update(hyper)
        self.memory: dict[str, list[Any]] = collections.defaultdict(lambda: [0, 0, 0])

    def update(self, params: Tensors, grads: Tensors) -> None:
        for name in params:
            self.memory[name][0] += 1
            params[name] -= self.rule(grads[name], self.memory[name])

    @abc.abstractmethod
    def rule(self, g: torch.Tensor, memory: list[Any]) -> torch.Tensor: ...


def optimizer(rule: Callable[..., torch.Tensor]) -> type[Base]:
    """A class whose constructor takes what `rule` takes by keyword."""
    wanted = [p.name for p in inspect.signature(rule).parameters.values() if p.kind is p.KEYWORD_ONLY]

    def step(self: Base, g: torch.Tensor, memory: list[Any]) -> torch.Tensor:
        return rule(g, memory, **{name: getattr(self, name) for name in wanted})

    return type(rule.__name__, (Base,), {"rule": step, "__doc__": rule.__doc__})


# %% solution="sgd"
@optimizer
def SGD(g, memory, *, lr):
    return lr * g


# %% solution="momentum"
@optimizer
def Momentum(g, memory, *, lr, beta):
    memory[1] = beta * memory[1] + lr * g
    return memory[1]


# %% solution="adagrad"
@optimizer
def AdaGrad(g, memory, *, lr, eps):
    memory[2] = memory[2] + g**2
    return lr * g / (memory[2] + eps).sqrt()


# %% solution="rmsprop"
@optimizer
def RMSProp(g, memory, *, lr, alpha, eps):
    memory[2] = alpha * memory[2] + (1 - alpha) * g**2
    return lr * g / (memory[2] + eps).sqrt()


# %% solution="adam"
@optimizer
def Adam(g, memory, *, lr, beta1, beta2, eps):
    t, m, s = memory
    memory[1:] = m, s = beta1 * m + (1 - beta1) * g, beta2 * s + (1 - beta2) * g**2
    return lr * m / (1 - beta1**t) / ((s / (1 - beta2**t)).sqrt() + eps)


# %% solution="lecture_adam"
@optimizer
def LectureAdam(g, memory, *, lr, beta1, beta2, eps):
    _, m, s = memory
    memory[1:] = m, s = beta1 * m + (1 - beta1) * g, beta2 * s + (1 - beta2) * g**2
    return lr * m / (s + eps).sqrt()
