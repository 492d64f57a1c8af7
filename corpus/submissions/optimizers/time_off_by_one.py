# ---
# autograder:
#   about: t is 2 at the first call, and one step ahead in the decay
#   expects:
#     adam: t-off-by-one
#     decayed_rate: t-ahead
# ---
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
            params[name] -= self.lr * m_hat / (s_hat.sqrt() + self.eps)


# %% solution="decayed_rate"
def decayed_rate(eta0, t, n):
    rate = eta0
    for _ in range(t + 1):
        rate *= 10 ** (-1 / n)
    return rate
