# ---
# autograder:
#   about: Python's own numbers, one entry of one tensor at a time
# ---
# %%
import math

# %% solution="sgd"
class SGD:
    def __init__(self, lr):
        self.lr = lr

    def update(self, params, grads):
        for name in params:
            w, g = params[name].view(-1), grads[name].view(-1)
            for i in range(len(w)):
                w[i] = w[i].item() - self.lr * g[i].item()


# %% solution="momentum"
class Momentum:
    def __init__(self, lr, beta):
        self.lr = lr
        self.beta = beta
        self.m = {}

    def update(self, params, grads):
        for name in params:
            w, g = params[name].flatten().tolist(), grads[name].flatten().tolist()
            for i in range(len(w)):
                self.m[name, i] = self.beta * self.m.get((name, i), 0.0) + self.lr * g[i]
                w[i] -= self.m[name, i]
            params[name].copy_(torch.tensor(w, dtype=torch.float64).view_as(params[name]))


# %% solution="adagrad"
class AdaGrad:
    def __init__(self, lr, eps):
        self.lr = lr
        self.eps = eps
        self.s = {}

    def update(self, params, grads):
        for name, w in params.items():
            flat = w.view(-1)
            for i, g in enumerate(grads[name].flatten().tolist()):
                self.s[name, i] = self.s.get((name, i), 0.0) + g * g
                flat[i] -= self.lr * g / math.sqrt(self.s[name, i] + self.eps)


# %% solution="rmsprop"
class RMSProp:
    def __init__(self, lr, alpha, eps):
        self.lr = lr
        self.alpha = alpha
        self.eps = eps
        self.s = {}

    def update(self, params, grads):
        for name, w in params.items():
            s = self.s.setdefault(name, [0.0] * w.numel())
            steps = []
            for i, g in enumerate(grads[name].flatten()):
                s[i] = self.alpha * s[i] + (1 - self.alpha) * float(g) ** 2
                steps.append(self.lr * float(g) / math.sqrt(s[i] + self.eps))
            params[name] -= torch.tensor(steps, dtype=w.dtype).reshape(w.shape)


# %% solution="adam"
class Adam:
    def __init__(self, lr, beta1, beta2, eps):
        self.lr = lr
        self.beta1 = beta1
        self.beta2 = beta2
        self.eps = eps
        self.t = 0
        self.m = {}
        self.s = {}

    def update(self, params, grads):
        self.t += 1
        for name in params:
            w, g = params[name].view(-1), grads[name].view(-1)
            for i in range(len(w)):
                key, gi = (name, i), g[i].item()
                self.m[key] = self.beta1 * self.m.get(key, 0.0) + (1 - self.beta1) * gi
                self.s[key] = self.beta2 * self.s.get(key, 0.0) + (1 - self.beta2) * gi**2
                m_hat = self.m[key] / (1 - self.beta1**self.t)
                s_hat = self.s[key] / (1 - self.beta2**self.t)
                w[i] -= self.lr * m_hat / (math.sqrt(s_hat) + self.eps)


# %% solution="lecture_adam"
import itertools


class LectureAdam:
    def __init__(self, lr, beta1, beta2, eps):
        self.lr = lr
        self.beta1 = beta1
        self.beta2 = beta2
        self.eps = eps
        self.m = {}
        self.s = {}

    def update(self, params, grads):
        for name, w in params.items():
            for place in itertools.product(*map(range, w.shape)):
                g = grads[name][place].item()
                key = (name, *place)
                self.m[key] = self.beta1 * self.m.get(key, 0) + (1 - self.beta1) * g
                self.s[key] = self.beta2 * self.s.get(key, 0) + (1 - self.beta2) * g**2
                w[place] -= self.lr * self.m[key] / math.sqrt(self.s[key] + self.eps)


# %% solution="decayed_rate"
from decimal import Decimal


def decayed_rate(eta0, t, n):
    return float(Decimal(eta0) * Decimal(10) ** (Decimal(-t) / Decimal(n)))
