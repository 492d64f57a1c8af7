# ---
# autograder:
#   about: right numbers in lists, in float64, in another shape, in tensors and texts
#   expects:
#     sgd: wrong kind
#     momentum: dtype
#     adagrad: dtype
#     rmsprop: wrong kind
#     adam: shape
#     lecture_adam: wrong kind
#     decayed_rate: wrong kind
# ---
# %% solution="sgd"
class SGD:
    def __init__(self, lr):
        self.lr = lr

    def update(self, params, grads):
        for name, p in params.items():
            params[name] = (torch.as_tensor(p) - self.lr * grads[name]).tolist()


# %% solution="momentum"
class Momentum:
    def __init__(self, lr, beta):
        self.lr = lr
        self.beta = beta
        self.m = {}

    def update(self, params, grads):
        for name, p in params.items():
            self.m[name] = self.beta * self.m.get(name, 0) + self.lr * grads[name].double()
            params[name] = p - self.m[name]


# %% solution="adagrad"
class AdaGrad:
    def __init__(self, lr, eps):
        self.lr = lr
        self.eps = eps
        self.s = {}

    def update(self, params, grads):
        for name, p in params.items():
            g = grads[name].float()
            self.s[name] = self.s.get(name, 0) + g**2
            params[name] = p.float() - self.lr * g / (self.s[name] + self.eps).sqrt()


# %% solution="rmsprop"
import numpy as np


class RMSProp:
    def __init__(self, lr, alpha, eps):
        self.lr = lr
        self.alpha = alpha
        self.eps = eps
        self.s = {}

    def update(self, params, grads):
        for name, p in params.items():
            g = np.asarray(grads[name])
            self.s[name] = self.alpha * self.s.get(name, 0) + (1 - self.alpha) * g**2
            params[name] = np.asarray(p) - self.lr * g / np.sqrt(self.s[name] + self.eps)


# %% solution="adam"
class Adam:
    def __init__(self, lr, beta1, beta2, eps):
        self.lr = lr

    def update(self, params, grads):
        for name, p in params.items():
            params[name] = (p - self.lr * grads[name]).reshape(1, -1)


# %% solution="lecture_adam"
class LectureAdam:
    def __init__(self, lr, beta1, beta2, eps):
        self.lr = lr

    def update(self, params, grads):
        old = dict(params)
        params.clear()
        params["weights"] = {name: old[name] - self.lr * grads[name] for name in old}


# %% solution="decayed_rate"
def decayed_rate(eta0, t, n):
    return torch.tensor(eta0) * 10 ** (-t / n)
