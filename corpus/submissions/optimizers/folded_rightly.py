# ---
# autograder:
#   about: both corrections folded into the rate, and eps scaled with them, so nothing changes
# ---
# %% solution="rmsprop"
class RMSProp:
    # s without its factor 1 - alpha: the factor goes into the rate, and eps is divided by it.
    def __init__(self, lr, alpha, eps):
        self.lr, self.alpha, self.new = lr, alpha, 1 - alpha
        self.eps = eps / self.new
        self.s = {}

    def update(self, params, grads):
        for k, g in grads.items():
            self.s[k] = self.alpha * self.s.get(k, 0) + g * g
            params[k] -= self.lr / self.new**0.5 * g / (self.s[k] + self.eps).sqrt()


# %% solution="adam"
class Adam:
    def __init__(self, lr, beta1, beta2, eps):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.power1 = self.power2 = 1.0
        self.m, self.s = {}, {}

    def update(self, params, grads):
        self.power1 *= self.beta1
        self.power2 *= self.beta2
        root = (1 - self.power2) ** 0.5
        for k in params:
            g = grads[k]
            self.m[k] = self.beta1 * self.m.get(k, 0) + (1 - self.beta1) * g
            self.s[k] = self.beta2 * self.s.get(k, 0) + (1 - self.beta2) * g * g
            rate = self.lr * root / (1 - self.power1)
            params[k] -= rate * self.m[k] / (self.s[k].sqrt() + self.eps * root)


# %% solution="lecture_adam"
class LectureAdam:
    def __init__(self, lr, beta1, beta2, eps):
        self.lr, self.beta1, self.beta2 = lr, beta1, beta2
        self.eps = eps / (1 - beta2)
        self.factor = (1 - beta1) / (1 - beta2) ** 0.5
        self.m, self.s = {}, {}

    def update(self, params, grads):
        for k, g in grads.items():
            self.m[k] = g + self.beta1 * self.m.get(k, 0)
            self.s[k] = g**2 + self.beta2 * self.s.get(k, 0)
            params[k] -= self.lr * self.factor * self.m[k] / (self.s[k] + self.eps) ** 0.5


# %% solution="decayed_rate"
def decayed_rate(eta0, t, n):
    tenths, rest = divmod(t, n)
    return eta0 / 10**tenths / 10 ** (rest / n)
