# ---
# autograder:
#   about: s starts at 1, so that no eps is needed
#   expects:
#     adagrad: starts-at-one
#     rmsprop: starts-at-one
# ---
# %% solution="adagrad"
class AdaGrad:
    def __init__(self, lr, eps):
        self.lr = lr
        self.eps = eps
        self.s = {}

    def update(self, params, grads):
        for name in params:
            g = grads[name]
            if name not in self.s:
                self.s[name] = torch.ones_like(g)
            self.s[name] += g**2
            params[name] -= self.lr * g / (self.s[name] + self.eps).sqrt()


# %% solution="rmsprop"
from collections import defaultdict


class RMSProp:
    def __init__(self, lr, alpha, eps):
        self.lr = lr
        self.alpha = alpha
        self.eps = eps
        self.s = defaultdict(lambda: 1)

    def update(self, params, grads):
        for name in params:
            g = grads[name]
            self.s[name] = self.alpha * self.s[name] + (1 - self.alpha) * g**2
            params[name] -= self.lr * g / (self.s[name] + self.eps).sqrt()
