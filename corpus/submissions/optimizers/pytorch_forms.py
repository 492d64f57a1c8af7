# ---
# autograder:
#   about: PyTorch's forms, with eps outside the root, and momentum dampened from the second step on
#   expects:
#     momentum: dampened
#     adagrad: eps-outside-root
#     rmsprop: eps-outside-root
# ---
# %% solution="momentum"
class Momentum:
    def __init__(self, lr, beta):
        self.lr = lr
        self.beta = beta
        self.m = {}

    def update(self, params, grads):
        for name in params:
            if name not in self.m:
                self.m[name] = self.lr * grads[name]
            else:
                self.m[name] = self.beta * self.m[name] + (1 - self.beta) * self.lr * grads[name]
            params[name] -= self.m[name]


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
            params[name] -= self.lr * g / (torch.sqrt(self.s[name]) + self.eps)


# %% solution="rmsprop"
class RMSProp:
    def __init__(self, lr, alpha, eps):
        self.lr = lr
        self.alpha = alpha
        self.eps = eps
        self.square_avg = {}

    def update(self, params, grads):
        for name, p in params.items():
            g = grads[name]
            if name not in self.square_avg:
                self.square_avg[name] = torch.zeros_like(p)
            avg = self.square_avg[name]
            avg.mul_(self.alpha).addcmul_(g, g, value=1 - self.alpha)
            p.addcdiv_(g, avg.sqrt().add_(self.eps), value=-self.lr)
