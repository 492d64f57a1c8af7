# ---
# autograder:
#   about: right steps, for which the caller's gradients are multiplied by the rate in place
#   expects:
#     momentum: gradient-changed
#     adagrad: gradient-changed
#     rmsprop: gradient-changed
#     adam: gradient-changed
#     lecture_adam: gradient-changed
# ---
# %% solution="momentum"
class Momentum:
    def __init__(self, lr, beta):
        self.lr = lr
        self.beta = beta
        self.m = {}

    def update(self, params, grads):
        for name in params:
            g = grads[name]
            g *= self.lr
            self.m[name] = self.beta * self.m.get(name, 0) + g
            params[name] -= self.m[name]


# %% solution="adagrad"
class AdaGrad:
    def __init__(self, lr, eps):
        self.lr = lr
        self.eps = eps
        self.s = {}

    def update(self, params, grads):
        for name in params:
            g = grads[name]
            self.s[name] = self.s.get(name, 0) + g**2
            params[name] -= g.mul_(self.lr) / (self.s[name] + self.eps).sqrt()


# %% solution="rmsprop"
class RMSProp:
    def __init__(self, lr, alpha, eps):
        self.lr = lr
        self.alpha = alpha
        self.eps = eps
        self.s = {}

    def update(self, params, grads):
        for name in params:
            self.s[name] = (
                self.alpha * self.s.get(name, 0) + (1 - self.alpha) * grads[name] ** 2
            )
            grads[name] *= self.lr
            params[name] -= grads[name] / (self.s[name] + self.eps).sqrt()


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
            g = grads[name]
            self.m[name] = self.beta1 * self.m.get(name, 0) + (1 - self.beta1) * g
            self.s[name] = self.beta2 * self.s.get(name, 0) + (1 - self.beta2) * g**2
            m_hat = self.m[name] / (1 - self.beta1**self.t)
            s_hat = self.s[name] / (1 - self.beta2**self.t)
            params[name] -= self.lr * m_hat / (s_hat.sqrt() + self.eps)
            g.mul_(self.lr)


# %% solution="lecture_adam"
class LectureAdam:
    def __init__(self, lr, beta1, beta2, eps):
        self.lr = lr
        self.beta1 = beta1
        self.beta2 = beta2
        self.eps = eps
        self.m = {}
        self.s = {}

    def update(self, params, grads):
        # m is kept with the rate in it, so that the rate's changes are divided out again.
        for name in params:
            g = grads[name]
            self.s[name] = self.beta2 * self.s.get(name, 0) + (1 - self.beta2) * g**2
            g *= self.lr
            new = g / self.lr
            self.m[name] = self.beta1 * self.m.get(name, 0) + (1 - self.beta1) * new
            params[name] -= self.lr * self.m[name] / (self.s[name] + self.eps).sqrt()
