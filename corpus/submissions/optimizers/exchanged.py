# ---
# autograder:
#   about: AdaGrad forgets and RMSProp doesn't
#   expects:
#     adagrad: decayed
#     rmsprop: without-decay
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
            self.s[name] = 0.9 * self.s.get(name, 0) + 0.1 * g**2
            params[name] -= self.lr * g / (self.s[name] + self.eps).sqrt()


# %% solution="rmsprop"
class RMSProp:
    def __init__(self, lr, alpha, eps):
        self.lr = lr
        self.alpha = alpha
        self.eps = eps
        self.s = {}

    def update(self, params, grads):
        for name in params:
            g = grads[name]
            self.s[name] = self.s.get(name, 0) + g**2
            params[name] -= self.lr * g / (self.s[name] + self.eps).sqrt()
