# ---
# autograder:
#   about: two mistakes in one class, which have no name together
#   expects:
#     sgd: value
#     momentum: value
#     adam: value
#     lecture_adam: value
# ---
# %% solution="sgd"
class SGD:
    def __init__(self, lr):
        self.lr = lr

    def update(self, params, grads):
        # The last name alone is stepped, and with a gradient that keeps its sign.
        for name in params:
            pass
        params[name] += grads[name]


# %% solution="momentum"
class Momentum:
    def __init__(self, lr, beta):
        self.lr = lr
        self.beta = beta
        self.m = {}

    def update(self, params, grads):
        for name in params:
            m = self.m.get(name, torch.zeros_like(grads[name]))
            self.m[name] = self.beta * m + grads[name]
            params[name] += self.lr * m


# %% solution="adam"
class Adam:
    def __init__(self, lr, beta1, beta2, eps):
        self.lr = lr
        self.beta1 = beta1
        self.beta2 = beta2
        self.eps = eps
        self.t = 1
        self.m = {}
        self.s = {}

    def update(self, params, grads):
        self.t += 1
        for name in params:
            g = grads[name]
            self.m[name] = self.beta1 * self.m.get(name, 0) + (1 - self.beta1) * g
            self.s[name] = self.beta2 * self.s.get(name, 0) + (1 - self.beta2) * g**2
            m_hat = self.m[name] / (1 - self.beta1**self.t)
            s_hat = self.s[name] / (1 - self.beta2**self.t)
            params[name] -= self.lr * m_hat / torch.sqrt(s_hat + self.eps)


# %% solution="lecture_adam"
class LectureAdam:
    def __init__(self, lr, beta1, beta2, eps):
        self.lr = lr
        self.beta1 = beta2
        self.beta2 = beta1
        self.eps = eps
        self.m = {}
        self.s = {}

    def update(self, params, grads):
        for name in params:
            g = grads[name]
            self.m[name] = self.beta1 * self.m.get(name, 0) + (1 - self.beta1) * g
            self.s[name] = self.beta2 * self.s.get(name, 0) + (1 - self.beta2) * g**2
            params[name] -= self.lr * self.m[name] / (self.s[name].sqrt() + self.eps)
