# ---
# autograder:
#   about: the exponent t of the correction is read as 2
#   expects:
#     adam: power-two
#     decayed_rate: linear
# ---
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
            m_hat = self.m[name] / (1 - self.beta1**2)
            s_hat = self.s[name] / (1 - self.beta2**2)
            params[name] -= self.lr * m_hat / (s_hat.sqrt() + self.eps)


# %% solution="decayed_rate"
def decayed_rate(eta0, t, n):
    last = eta0 / 10
    return eta0 + (last - eta0) * t / n
