# ---
# autograder:
#   about: nothing is allocated after the first call; every line is an in-place method
# ---
# %% solution="sgd"
class SGD:
    def __init__(self, lr):
        self.lr = lr

    def update(self, params, grads):
        for p, g in zip(params.values(), grads.values()):
            p.sub_(g, alpha=self.lr)


# %% solution="momentum"
class Momentum:
    def __init__(self, lr, beta):
        self.lr, self.beta = lr, beta
        self.m = None

    def update(self, params, grads):
        if self.m is None:
            self.m = {name: torch.zeros_like(p) for name, p in params.items()}
        for name, p in params.items():
            p.sub_(self.m[name].mul_(self.beta).add_(grads[name], alpha=self.lr))


# %% solution="adam"
class Adam:
    def __init__(self, lr, beta1, beta2, eps):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.t = 0
        self.m = self.s = None

    @torch.no_grad()
    def update(self, params, grads):
        if self.m is None:
            self.m = {name: torch.zeros_like(p) for name, p in params.items()}
            self.s = {name: torch.zeros_like(p) for name, p in params.items()}
        self.t += 1
        c1 = 1 - self.beta1**self.t
        c2 = 1 - self.beta2**self.t
        for name, p in params.items():
            g = grads[name]
            self.m[name].mul_(self.beta1).add_(g, alpha=1 - self.beta1)
            self.s[name].mul_(self.beta2).addcmul_(g, g, value=1 - self.beta2)
            denominator = (self.s[name] / c2).sqrt_().add_(self.eps)
            p.addcdiv_(self.m[name], denominator, value=-self.lr / c1)
