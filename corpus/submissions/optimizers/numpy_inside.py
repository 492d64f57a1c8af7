# ---
# autograder:
#   about: NumPy arrays inside; the tensors' own memory is written through .numpy()
# ---
# %%
import numpy as np


def arrays(tensors):
    return {name: tensor.numpy() for name, tensor in tensors.items()}


# %% solution="sgd"
class SGD:
    def __init__(self, lr):
        self.lr = lr

    def update(self, params, grads):
        params, grads = arrays(params), arrays(grads)
        for key in params:
            params[key] -= self.lr * grads[key]


# %% solution="momentum"
class Momentum:
    def __init__(self, lr, beta):
        self.lr = lr
        self.beta = beta
        self.m = {}

    def update(self, params, grads):
        params, grads = arrays(params), arrays(grads)
        for key, p in params.items():
            if key not in self.m:
                self.m[key] = np.zeros_like(p)
            self.m[key] = self.beta * self.m[key] + self.lr * grads[key]
            np.subtract(p, self.m[key], out=p)


# %% solution="adagrad"
class AdaGrad:
    def __init__(self, lr, eps):
        self.lr = lr
        self.eps = eps
        self.h = None

    def update(self, params, grads):
        params, grads = arrays(params), arrays(grads)
        if self.h is None:
            self.h = {key: np.zeros_like(val) for key, val in params.items()}
        for key in params.keys():
            self.h[key] += grads[key] * grads[key]
            params[key] -= self.lr * grads[key] / np.sqrt(self.h[key] + self.eps)


# %% solution="rmsprop"
class RMSProp:
    def __init__(self, lr, alpha, eps):
        self.lr = lr
        self.alpha = alpha
        self.eps = eps
        self.h = None

    def update(self, params, grads):
        if self.h is None:
            self.h = {key: np.zeros(tuple(val.shape)) for key, val in params.items()}
        for key in params.keys():
            grad = np.asarray(grads[key], dtype=np.float64)
            self.h[key] *= self.alpha
            self.h[key] += (1 - self.alpha) * grad * grad
            step = self.lr * grad / np.sqrt(self.h[key] + self.eps)
            params[key] -= torch.from_numpy(step)


# %% solution="adam"
class Adam:
    def __init__(self, lr, beta1, beta2, eps):
        self.lr = lr
        self.beta1 = beta1
        self.beta2 = beta2
        self.eps = eps
        self.iter = 0
        self.m = {}
        self.v = {}

    def update(self, params, grads):
        self.iter += 1
        params, grads = arrays(params), arrays(grads)
        for key, p in params.items():
            if key not in self.m:
                self.m[key] = np.zeros_like(p)
                self.v[key] = np.zeros_like(p)
            self.m[key] += (1 - self.beta1) * (grads[key] - self.m[key])
            self.v[key] += (1 - self.beta2) * (np.square(grads[key]) - self.v[key])
            m_hat = self.m[key] / (1 - self.beta1**self.iter)
            v_hat = self.v[key] / (1 - self.beta2**self.iter)
            p -= self.lr * m_hat / (np.sqrt(v_hat) + self.eps)


# %% solution="lecture_adam"
class LectureAdam:
    def __init__(self, lr, beta1, beta2, eps):
        self.lr = lr
        self.beta = np.array([beta1, beta2])
        self.eps = eps
        self.moments = {}

    def update(self, params, grads):
        params, grads = arrays(params), arrays(grads)
        for key, p in params.items():
            new = np.stack([grads[key], np.power(grads[key], 2)], axis=-1)
            old = self.moments.get(key, np.zeros_like(new))
            self.moments[key] = self.beta * old + (1 - self.beta) * new
            m, s = np.moveaxis(self.moments[key], -1, 0)
            p -= self.lr * m / np.sqrt(s + self.eps)


# %% solution="decayed_rate"
def decayed_rate(eta0, t, n):
    return eta0 * np.power(10.0, -t / n)
