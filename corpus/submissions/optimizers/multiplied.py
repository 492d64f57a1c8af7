# ---
# autograder:
#   about: a bracket is missing, so that the root multiplies; the rate outside momentum's mean
#   expects:
#     momentum: ema
#     adagrad: multiplied
#     rmsprop: multiplied
# ---
# %% solution="momentum"
class Momentum:
    def __init__(self, lr, beta):
        self.lr = lr
        self.beta = beta
        self.m = None

    def update(self, params, grads):
        if self.m is None:
            self.m = {name: torch.zeros_like(g) for name, g in grads.items()}
        for name, g in grads.items():
            self.m[name].lerp_(g, 1 - self.beta)
            params[name].sub_(self.m[name], alpha=self.lr)


# %% solution="adagrad"
class AdaGrad:
    def __init__(self, lr, eps):
        self.lr = lr
        self.eps = eps
        self.s = {}

    def update(self, params, grads):
        for name in params:
            g = grads[name]
            self.s[name] = self.s.get(name, 0) + g**2
            rate = self.lr * torch.sqrt(self.s[name] + self.eps)
            params[name] -= rate * g


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
            self.s[name] = self.alpha * self.s.get(name, 0) + (1 - self.alpha) * g**2
            params[name] -= self.lr * g * (self.s[name] + self.eps) ** 0.5
