# ---
# autograder:
#   about: quotients and roots as powers, powers by exp and log, reciprocals as factors
# ---
# %%
from math import exp, expm1, log, log2

# %% solution="adagrad"
class AdaGrad:
    def __init__(self, lr, eps):
        self.lr, self.eps = lr, eps
        self.s = {}

    def update(self, params, grads):
        for k, g in grads.items():
            # eps is the start of s: nothing is added later.
            self.s[k] = self.s.get(k, torch.full_like(g, self.eps)) + g.pow(2)
            params[k] -= self.lr * g * self.s[k].pow(-0.5)


# %% solution="rmsprop"
class RMSProp:
    def __init__(self, lr, alpha, eps):
        self.lr, self.alpha, self.eps = lr, alpha, eps
        self.s = {}

    def update(self, params, grads):
        for k, g in grads.items():
            # s + eps is kept; its weights still add up to 1.
            old = self.s.get(k, torch.full_like(g, self.eps))
            self.s[k] = self.alpha * old + (1 - self.alpha) * (g**2 + self.eps)
            params[k] -= self.lr * torch.copysign((g.square() / self.s[k]).sqrt(), g)


# %% solution="adam"
class Adam:
    def __init__(self, lr, beta1, beta2, eps):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.t, self.m, self.s = 0, {}, {}

    def update(self, params, grads):
        self.t += 1
        gone1 = -expm1(self.t * log(self.beta1))
        gone2 = -expm1(self.t * log(self.beta2))
        for k, g in grads.items():
            self.m[k] = torch.add(self.beta1 * self.m.get(k, 0), g, alpha=1 - self.beta1)
            self.s[k] = torch.add(self.beta2 * self.s.get(k, 0), g * g, alpha=1 - self.beta2)
            root = (self.s[k] * (1 / gone2)).pow(0.5)
            params[k] -= self.m[k] * (self.lr / gone1) * (root + self.eps).reciprocal()


# %% solution="lecture_adam"
class LectureAdam:
    def __init__(self, lr, beta1, beta2, eps):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.t, self.m, self.s = 0, {}, {}

    def update(self, params, grads):
        # Sums in which a gradient's weight grows instead of those before it shrinking.
        self.t += 1
        for k, g in grads.items():
            self.m[k] = self.m.get(k, 0) + g * exp(-self.t * log(self.beta1))
            self.s[k] = self.s.get(k, 0) + g**2 * exp(-self.t * log(self.beta2))
            m = (1 - self.beta1) * self.beta1**self.t * self.m[k]
            s = (1 - self.beta2) * self.beta2**self.t * self.s[k]
            params[k] -= self.lr * m * torch.rsqrt(s + self.eps)


# %% solution="decayed_rate"
def decayed_rate(eta0, t, n):
    return 2 ** (log2(eta0) - t / n * (1 + log2(5)))
