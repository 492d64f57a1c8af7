# ---
# autograder:
#   about: t is 0 at the first call; all parameters share one velocity
#   expects:
#     momentum: state-shared
#     adam: t-from-zero
# ---
# %% solution="momentum"
class Momentum:
    def __init__(self, lr, beta):
        self.lr = lr
        self.beta = beta
        self.m = 0

    def update(self, params, grads):
        for name in params:
            self.m = self.beta * self.m + self.lr * grads[name]
            params[name] -= self.m


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
        for name in params:
            g = grads[name]
            self.m[name] = self.beta1 * self.m.get(name, 0) + (1 - self.beta1) * g
            self.s[name] = self.beta2 * self.s.get(name, 0) + (1 - self.beta2) * g**2
            m_hat = self.m[name] / (1 - self.beta1**self.t)
            s_hat = self.s[name] / (1 - self.beta2**self.t)
            params[name] -= self.lr * m_hat / (s_hat.sqrt() + self.eps)
        self.t += 1
