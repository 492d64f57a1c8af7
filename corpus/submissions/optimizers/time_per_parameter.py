# ---
# autograder:
#   about: t goes up with every parameter instead of every call; the decay goes down in whole tenths
#   expects:
#     adam: t-per-parameter
#     decayed_rate: floored
# ---
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
            self.t += 1
            g = grads[name]
            self.m[name] = self.beta1 * self.m.get(name, 0) + (1 - self.beta1) * g
            self.s[name] = self.beta2 * self.s.get(name, 0) + (1 - self.beta2) * g**2
            m_hat = self.m[name] / (1 - self.beta1**self.t)
            s_hat = self.s[name] / (1 - self.beta2**self.t)
            params[name] -= self.lr * m_hat / (s_hat.sqrt() + self.eps)


# %% solution="decayed_rate"
def decayed_rate(eta0, t, n):
    return eta0 * 0.1 ** (t // n)
