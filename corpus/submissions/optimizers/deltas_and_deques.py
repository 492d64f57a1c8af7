# ---
# autograder:
#   about: gradients are kept in a deque and weighed again at each call; namedtuples; partial
# ---
# %%
from collections import deque, namedtuple
from functools import cached_property, partial, reduce, singledispatchmethod

Past = namedtuple("Past", ["g", "lr"])


def horner(beta, values):
    """beta^(n-1) v1 + ... + beta v(n-1) + vn."""
    return reduce(lambda total, value: total * beta + value, values)


# %% solution="momentum"
class Momentum:
    def __init__(self, lr, beta):
        self.lr = lr
        self.beta = beta
        self.past = {}

    def update(self, params, grads):
        for name, w in params.items():
            past = self.past.setdefault(name, deque())
            past.append(Past(grads[name].clone(), self.lr))
            w -= horner(self.beta, [g * lr for g, lr in past])


# %% solution="adagrad"
class AdaGrad:
    def __init__(self, lr, eps):
        self.lr = lr
        self.eps = eps

    @cached_property
    def past(self):
        return {}

    def update(self, params, grads):
        for name, w in params.items():
            self.past[name] = self.past.get(name, ()) + (grads[name] ** 2,)
            w -= self.lr * grads[name] / torch.sqrt(sum(self.past[name]) + self.eps)


# %% solution="rmsprop"
class RMSProp:
    def __init__(self, lr, alpha, eps):
        self.lr = lr
        self.scale = partial(self.root, alpha, eps)
        self.past = {}

    @staticmethod
    def root(alpha, eps, squares):
        return torch.sqrt((1 - alpha) * horner(alpha, squares) + eps)

    def update(self, params, grads):
        for name, w in params.items():
            self.past.setdefault(name, []).append(grads[name].square())
            w -= self.lr * grads[name] / self.scale(self.past[name])


# %% solution="adam"
class Adam:
    def __init__(self, lr, beta1, beta2, eps):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.past = {}

    @singledispatchmethod
    def mean(self, values, beta):
        raise TypeError(values)

    @mean.register
    def _(self, values: deque, beta):
        return horner(beta, values) / horner(beta, [1.0] * len(values))

    def update(self, params, grads):
        for name, w in params.items():
            self.past.setdefault(name, deque(maxlen=None)).append(grads[name])
            m_hat = self.mean(self.past[name], self.beta1)
            s_hat = self.mean(deque(g * g for g in self.past[name]), self.beta2)
            w -= self.lr * m_hat / (torch.sqrt(s_hat) + self.eps)


# %% solution="decayed_rate"
from functools import lru_cache


@lru_cache(maxsize=None)
def decayed_rate(eta0, t, n):
    return eta0 if t == 0 else decayed_rate(eta0, 0, n) * 10.0 ** -(t / n)
