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
