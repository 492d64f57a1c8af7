# ---
# autograder:
#   about: every step is written with the rate of the examples
#   expects:
#     sgd: lr-always-0.1
#     momentum: lr-always-0.1
#     adagrad: lr-always-0.1
#     rmsprop: lr-always-0.1
#     adam: lr-always-0.1
#     lecture_adam: lr-always-0.1
# ---
# %% solution="sgd"
class SGD:
    def __init__(self, lr):
        self.lr = lr

    def update(self, params, grads):
        for name, g in grads.items():
            params[name] -= 0.1 * g


# %% solution="momentum"
class Momentum:
    def __init__(self, lr, beta):
        self.lr = lr
        self.beta = beta
        self.m = {}

    def update(self, params, grads):
        for name, g in grads.items():
            self.m[name] = self.beta * self.m.get(name, 0) + 0.1 * g
            params[name] -= self.m[name]


# %% solution="adagrad"
class AdaGrad:
    def __init__(self, lr, eps):
        self.lr = lr
        self.eps = eps
        self.s = {}

    def update(self, params, grads):
        for name, g in grads.items():
            self.s[name] = self.s.get(name, 0) + g**2
            params[name] -= 0.1 * g / (self.s[name] + self.eps).sqrt()


# %% solution="rmsprop"
class RMSProp:
    def __init__(self, lr, alpha, eps):
        self.lr = lr
        self.alpha = alpha
        self.eps = eps
        self.s = {}

    def update(self, params, grads):
        for name, g in grads.items():
            self.s[name] = self.alpha * self.s.get(name, 0) + (1 - self.alpha) * g**2
            params[name] -= 0.1 * g / (self.s[name] + self.eps).sqrt()


# %% solution="adam"
class Adam:
    def __init__(self, lr, beta1, beta2, eps):
        self.lr = lr
        self.beta1, self.beta2, self.eps = beta1, beta2, eps
        self.t = 0
        self.m, self.s = {}, {}

    def update(self, params, grads):
        self.t += 1
        for name, g in grads.items():
            self.m[name] = self.beta1 * self.m.get(name, 0) + (1 - self.beta1) * g
            self.s[name] = self.beta2 * self.s.get(name, 0) + (1 - self.beta2) * g**2
            m_hat = self.m[name] / (1 - self.beta1**self.t)
            s_hat = self.s[name] / (1 - self.beta2**self.t)
            params[name] -= 0.1 * m_hat / (s_hat.sqrt() + self.eps)


# %% solution="lecture_adam"
class LectureAdam:
    def __init__(self, lr, beta1, beta2, eps):
        self.lr = lr
        self.beta1, self.beta2, self.eps = beta1, beta2, eps
        self.m, self.s = {}, {}

    def update(self, params, grads):
        for name, g in grads.items():
            self.m[name] = self.beta1 * self.m.get(name, 0) + (1 - self.beta1) * g
            self.s[name] = self.beta2 * self.s.get(name, 0) + (1 - self.beta2) * g**2
            params[name] -= 0.1 * self.m[name] / (self.s[name] + self.eps).sqrt()
