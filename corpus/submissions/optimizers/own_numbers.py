# ---
# autograder:
#   about: hyper-parameters as they are in the textbook, whatever the constructor gets
#   expects:
#     sgd: value
#     momentum: value
#     adagrad: value
#     rmsprop: value
#     adam: value
#     lecture_adam: value
# ---
# %% solution="sgd"
class SGD:
    def __init__(self, lr=0.01):
        self.lr = 0.01

    def update(self, params, grads):
        for name in params:
            params[name] -= 0.01 * grads[name]


# %% solution="momentum"
class Momentum:
    def __init__(self, lr, beta):
        self.lr = lr
        self.m = {}

    def update(self, params, grads):
        for name in params:
            self.m[name] = 0.9 * self.m.get(name, 0) + self.lr * grads[name]
            params[name] -= self.m[name]


# %% solution="adagrad"
class AdaGrad:
    def __init__(self, lr, eps):
        self.lr = lr
        self.s = {}

    def update(self, params, grads):
        for name in params:
            g = grads[name]
            self.s[name] = self.s.get(name, 0) + g**2
            params[name] -= self.lr * g / (self.s[name] + 1e-8).sqrt()


# %% solution="rmsprop"
class RMSProp:
    def __init__(self, lr, alpha, eps):
        self.lr = lr
        self.eps = eps
        self.s = {}

    def update(self, params, grads):
        for name in params:
            g = grads[name]
            self.s[name] = 0.9 * self.s.get(name, 0) + 0.1 * g**2
            params[name] -= self.lr * g / (self.s[name] + self.eps).sqrt()


# %% solution="adam"
class Adam:
    def __init__(self, lr, beta1, beta2, eps):
        self.lr = lr
        self.eps = eps
        self.t = 0
        self.m = {}
        self.s = {}

    def update(self, params, grads):
        self.t += 1
        for name in params:
            g = grads[name]
            self.m[name] = 0.9 * self.m.get(name, 0) + 0.1 * g
            self.s[name] = 0.999 * self.s.get(name, 0) + 0.001 * g**2
            m_hat = self.m[name] / (1 - 0.9**self.t)
            s_hat = self.s[name] / (1 - 0.999**self.t)
            params[name] -= self.lr * m_hat / (s_hat.sqrt() + self.eps)


# %% solution="lecture_adam"
class LectureAdam:
    def __init__(self, lr, beta1, beta2, eps):
        self.lr = lr
        self.eps = 1e-8
        self.beta1 = beta1
        self.beta2 = beta2
        self.m = {}
        self.s = {}

    def update(self, params, grads):
        for name in params:
            g = grads[name]
            self.m[name] = self.beta1 * self.m.get(name, 0) + (1 - self.beta1) * g
            self.s[name] = self.beta2 * self.s.get(name, 0) + (1 - self.beta2) * g**2
            params[name] -= self.lr * self.m[name] / (self.s[name] + self.eps).sqrt()
