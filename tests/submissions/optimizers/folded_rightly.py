# ---
# autograder:
#   about: both corrections folded into the rate, and eps scaled with them, so nothing changes
# ---
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
