# ---
# autograder:
#   about: the rate is an attribute of the class, which the constructor leaves as it is
#   expects:
#     sgd: lr-set-to-0.01
#     momentum: lr-set-to-0.01
#     adagrad: lr-set-to-0.01
#     rmsprop: lr-set-to-0.01
#     adam: lr-set-to-0.01
#     lecture_adam: lr-set-to-0.01
# ---
# %% solution="sgd"
class SGD:
    lr = 0.01

    def __init__(self, lr):
        pass

    def update(self, params, grads):
        for name, g in grads.items():
            params[name] -= self.lr * g


# %% solution="momentum"
class Momentum:
    lr = 0.01

    def __init__(self, lr, beta):
        self.beta = beta
        self.m = {}

    def update(self, params, grads):
        for name, g in grads.items():
            self.m[name] = self.beta * self.m.get(name, 0) + self.lr * g
            params[name] -= self.m[name]


# %% solution="adagrad"
class AdaGrad:
    lr = 0.01

    def __init__(self, lr, eps):
        self.eps = eps
        self.s = {}

    def update(self, params, grads):
        for name, g in grads.items():
            self.s[name] = self.s.get(name, 0) + g**2
            params[name] -= self.lr * g / (self.s[name] + self.eps).sqrt()


# %% solution="rmsprop"
class RMSProp:
    lr = 0.01

    def __init__(self, lr, alpha, eps):
        self.alpha = alpha
        self.eps = eps
        self.s = {}

    def update(self, params, grads):
        for name, g in grads.items():
            self.s[name] = self.alpha * self.s.get(name, 0) + (1 - self.alpha) * g**2
            params[name] -= self.lr * g / (self.s[name] + self.eps).sqrt()


# %% solution="adam"
class Adam:
    lr = 0.01

    def __init__(self, lr, beta1, beta2, eps):
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
            params[name] -= self.lr * m_hat / (s_hat.sqrt() + self.eps)


# %% solution="lecture_adam"
class LectureAdam:
    lr = 0.01

    def __init__(self, lr, beta1, beta2, eps):
        self.beta1, self.beta2, self.eps = beta1, beta2, eps
        self.m, self.s = {}, {}

    def update(self, params, grads):
        for name, g in grads.items():
            self.m[name] = self.beta1 * self.m.get(name, 0) + (1 - self.beta1) * g
            self.s[name] = self.beta2 * self.s.get(name, 0) + (1 - self.beta2) * g**2
            params[name] -= self.lr * self.m[name] / (self.s[name] + self.eps).sqrt()
