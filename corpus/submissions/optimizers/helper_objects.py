# ---
# autograder:
#   about: small objects of the student's own, spread over many cells, do the work
# ---
# %%
class Zeros(dict):
    """A dictionary of numbers that start at 0."""

    def __missing__(self, key):
        return 0.0


# %%
class Sum:
    def __init__(self):
        self.value = Zeros()

    def add(self, name, x):
        self.value[name] = self.value[name] + x
        return self.value[name]


# %% [markdown]
# ### A mean that forgets
#
# Its weights are $\beta$ and $1-\beta$.

# %%
class Mean(Sum):
    def __init__(self, beta):
        super().__init__()
        self.beta = beta

    def add(self, name, x):
        self.value[name] = self.value[name] * self.beta
        return super().add(name, (1 - self.beta) * x)


class UnbiasedMean(Mean):
    def __init__(self, beta):
        super().__init__(beta)
        self.weight = Mean(beta)

    def add(self, name, x):
        # The same mean of ones says how much weight there is.
        return super().add(name, x) / self.weight.add(name, 1.0)


# %%
_ = Mean(0.5)
[_.add("test", x) for x in (1.0, 1.0, 1.0)]

# %% solution="sgd"
class SGD:
    def __init__(self, lr):
        self.lr = lr

    def update(self, params, grads):
        names = set(params) | set(grads)
        while names:
            name = names.pop()
            params[name] -= self.lr * grads[name]


# %% solution="momentum"
class Momentum:
    def __init__(self, lr, beta):
        self.lr = lr
        self.beta = beta
        self.m = Zeros()

    def update(self, params, grads):
        for name in params:
            self.m[name] = self.beta * self.m[name] + self.lr * grads[name]
            params[name] -= self.m[name]


# %% solution="adagrad"
class AdaGrad:
    def __init__(self, lr, eps):
        self.lr, self.eps, self.s = lr, eps, Sum()

    def update(self, params, grads):
        for name, g in grads.items():
            params[name] -= self.lr * g / (self.s.add(name, g**2) + self.eps) ** 0.5


# %% solution="rmsprop"
class RMSProp:
    def __init__(self, lr, alpha, eps):
        self.lr, self.eps, self.s = lr, eps, Mean(alpha)

    def update(self, params, grads):
        for name, g in grads.items():
            params[name] -= self.lr * g / (self.s.add(name, g**2) + self.eps) ** 0.5


# %% solution="adam"
class Adam:
    def __init__(self, lr, beta1, beta2, eps):
        self.lr, self.eps = lr, eps
        self.m, self.s = UnbiasedMean(beta1), UnbiasedMean(beta2)

    def update(self, params, grads):
        for name, g in grads.items():
            m_hat, s_hat = self.m.add(name, g), self.s.add(name, g**2)
            params[name] -= self.lr * m_hat / (s_hat**0.5 + self.eps)


# %% solution="lecture_adam"
class LectureAdam:
    def __init__(self, lr, beta1, beta2, eps):
        self.lr, self.eps = lr, eps
        self.m, self.s = Mean(beta1), Mean(beta2)

    def update(self, params, grads):
        for name, g in grads.items():
            params[name] -= self.lr * self.m.add(name, g) / (self.s.add(name, g**2) + self.eps) ** 0.5


# %%
def check_decay(function):
    assert function(1.0, 0, 5) == 1.0, "starts at eta0"
    return function


# %% solution="decayed_rate"
@check_decay
def decayed_rate(eta0: float, t: int, n: int) -> float:
    """
    >>> decayed_rate(1.0, 5, 5)
    0.1
    """
    tenths_so_far = t / n
    return eta0 * 10**-tenths_so_far
