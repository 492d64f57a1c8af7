# ---
# autograder:
#   about: the correction divides by 1 - beta at every step; the rate counts twice in momentum, t never
#   expects:
#     momentum: lr-squared
#     adam: correction-without-power
#     decayed_rate: t-ignored
# ---
# %% solution="momentum"
class Momentum:
    def __init__(self, lr, beta):
        self.lr = lr
        self.beta = beta
        self.m = {}

    def update(self, params, grads):
        for name in params:
            self.m[name] = self.beta * self.m.get(name, 0) + self.lr * grads[name]
            params[name] -= self.lr * self.m[name]


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
            m_hat = self.m[name] / (1 - self.beta1)
            s_hat = self.s[name] / (1 - self.beta2)
            params[name] -= self.lr * m_hat / (s_hat.sqrt() + self.eps)


# %% solution="decayed_rate"
def decayed_rate(eta0, t, n):
    gamma = 10 ** (-1 / n)
    return eta0 * gamma
