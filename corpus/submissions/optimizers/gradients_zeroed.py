# ---
# autograder:
#   about: right steps, after which the caller's gradients are set to zero, squared or clipped
#   expects:
#     sgd: gradient-zeroed
#     momentum: gradient-zeroed
#     adagrad: value
# ---
# %% solution="sgd"
class SGD:
    def __init__(self, lr):
        self.lr = lr

    def update(self, params, grads):
        for name in params:
            params[name] -= self.lr * grads[name]
        for g in grads.values():
            g.zero_()


# %% solution="momentum"
class Momentum:
    def __init__(self, lr, beta):
        self.lr = lr
        self.beta = beta
        self.m = {}

    def update(self, params, grads):
        for name in params:
            self.m[name] = self.beta * self.m.get(name, 0) + self.lr * grads[name]
            params[name] -= self.m[name]
            grads[name] = torch.zeros_like(grads[name])


# %% solution="adagrad"
class AdaGrad:
    def __init__(self, lr, eps):
        self.lr = lr
        self.eps = eps
        self.s = {}

    def update(self, params, grads):
        for name in params:
            sign = grads[name].sign()
            self.s[name] = self.s.get(name, 0) + grads[name].pow_(2)
            g = sign * grads[name].sqrt()
            params[name] -= self.lr * g / (self.s[name] + self.eps).sqrt()
