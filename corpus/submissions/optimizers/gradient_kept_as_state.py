# ---
# autograder:
#   about: the first gradient itself becomes the state, and is changed with it; a state that is w
#   expects:
#     momentum: value
#     rmsprop: not finite
# ---
# %% solution="momentum"
class Momentum:
    def __init__(self, lr, beta):
        self.lr = lr
        self.beta = beta
        self.m = {}

    def update(self, params, grads):
        for name, g in grads.items():
            if name not in self.m:
                self.m[name] = g.mul_(self.lr)
            else:
                self.m[name].mul_(self.beta).add_(g, alpha=self.lr)
            params[name] -= self.m[name]
        self.m.update(params)


# %% solution="rmsprop"
class RMSProp:
    def __init__(self, lr, alpha, eps):
        self.lr = lr
        self.alpha = alpha
        self.eps = eps
        self.s = {}

    def update(self, params, grads):
        for name, g in grads.items():
            s = self.s.setdefault(name, g)
            s.mul_(self.alpha).addcmul_(g, g, value=1 - self.alpha)
            params[name] -= self.lr * g / (s + self.eps).sqrt()
