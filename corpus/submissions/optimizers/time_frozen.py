# ---
# autograder:
#   about: t is 1 for ever, so that the correction has no power; SGD takes the gradient as it is; n is 1
#   expects:
#     sgd: lr-ignored
#     adam: correction-without-power
#     decayed_rate: n-ignored
# ---
# %% solution="sgd"
class SGD:
    def __init__(self, lr):
        self.lr = lr

    def update(self, params, grads):
        for name in params:
            params[name] -= grads[name]


# %% solution="adam"
class Adam:
    def __init__(self, lr, beta1, beta2, eps):
        self.lr = lr
        self.beta1 = beta1
        self.beta2 = beta2
        self.eps = eps
        self.m = {}
        self.s = {}

    def update(self, params, grads):
        for name in params:
            g = grads[name]
            self.m[name] = self.beta1 * self.m.get(name, 0) + (1 - self.beta1) * g
            self.s[name] = self.beta2 * self.s.get(name, 0) + (1 - self.beta2) * g**2
            t = 1
            m_hat = self.m[name] / (1 - self.beta1**t)
            s_hat = self.s[name] / (1 - self.beta2**t)
            params[name] -= self.lr * m_hat / (s_hat.sqrt() + self.eps)


# %% solution="decayed_rate"
def decayed_rate(eta0, t, n):
    return eta0 * 0.1**t
