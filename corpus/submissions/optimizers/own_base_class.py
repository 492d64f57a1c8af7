# ---
# autograder:
#   about: a base class of the student's own, and one method for each rule
# ---
# %%
from collections import defaultdict


class Optimizer:
    """Keeps a memory for each name and leaves the rule to `delta`."""

    def __init__(self, **settings):
        self.__dict__.update(settings)
        self.memory = defaultdict(dict)
        self.t = 0

    def update(self, params, grads):
        self.t += 1
        for name, p in params.items():
            p.add_(self.delta(grads[name], self.memory[name]))

    def delta(self, g, memory):
        raise NotImplementedError


# %% solution="sgd"
class SGD(Optimizer):
    def __init__(self, lr):
        super().__init__(lr=lr)

    def delta(self, g, memory):
        return -self.lr * g


# %% solution="momentum"
class Momentum(SGD):
    def __init__(self, lr, beta):
        super().__init__(lr)
        self.beta = beta

    def delta(self, g, memory):
        memory["v"] = self.beta * memory.get("v", 0) + super().delta(g, memory)
        return memory["v"]


# %% [markdown]
# The velocity above carries the minus sign already, so it is added.

# %% solution="adagrad"
class AdaGrad(SGD):
    def __init__(self, lr, eps):
        super().__init__(lr)
        self.eps = eps

    def gather(self, g, memory):
        memory["s"] = memory.get("s", 0) + g.square()
        return memory["s"]

    def delta(self, g, memory):
        return super().delta(g, memory) / (self.gather(g, memory) + self.eps).sqrt()


# %%
def average(memory, key, value, beta):
    """The running mean of `value`."""
    memory[key] = beta * memory.get(key, 0) + (1 - beta) * value
    return memory[key]


# %% solution="rmsprop"
class RMSProp(AdaGrad):
    def __init__(self, lr, alpha, eps):
        super().__init__(lr, eps)
        self.alpha = alpha

    def gather(self, g, memory):
        return average(memory, "s", g.square(), self.alpha)


# %% solution="adam"
class Adam(Optimizer):
    def __init__(self, lr, beta1, beta2, eps):
        super().__init__(lr=lr, beta1=beta1, beta2=beta2, eps=eps)

    def delta(self, g, memory):
        m = average(memory, "m", g, self.beta1) / (1 - self.beta1**self.t)
        s = average(memory, "s", g.square(), self.beta2) / (1 - self.beta2**self.t)
        return -self.lr * m / (s.sqrt() + self.eps)


# %% solution="lecture_adam"
class LectureAdam(RMSProp):
    """RMSProp, whose step is made of the mean of gradients."""

    def __init__(self, lr, beta1, beta2, eps):
        super().__init__(lr, beta2, eps)
        self.beta1 = beta1

    def delta(self, g, memory):
        root = (self.gather(g, memory) + self.eps).sqrt()
        return -self.lr * average(memory, "m", g, self.beta1) / root


# %% solution="decayed_rate"
def decayed_rate(eta0, t, n):
    exponent = t / n
    return eta0 / 10**exponent
