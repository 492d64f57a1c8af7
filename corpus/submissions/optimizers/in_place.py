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


# %% solution="adagrad"
class AdaGrad:
    def __init__(self, lr, eps):
        self.lr, self.eps = lr, eps
        self.s = None

    def update(self, params, grads):
        if self.s is None:
            self.s = {name: torch.zeros_like(p) for name, p in params.items()}
            self.root = {name: torch.empty_like(p) for name, p in params.items()}
        for name, p in params.items():
            self.s[name].addcmul_(grads[name], grads[name])
            self.root[name].copy_(self.s[name]).add_(self.eps).sqrt_()
            p.addcdiv_(grads[name], self.root[name], value=-self.lr)


# %% solution="rmsprop"
class RMSProp:
    def __init__(self, lr, alpha, eps):
        self.lr, self.alpha, self.eps = lr, alpha, eps
        self.s = None

    @torch.no_grad()
    def update(self, params, grads):
        if self.s is None:
            self.s = {name: torch.zeros_like(p) for name, p in params.items()}
            self.root = {name: torch.empty_like(p) for name, p in params.items()}
        for name, p in params.items():
            g = grads[name]
            self.s[name].mul_(self.alpha).addcmul_(g, g, value=1 - self.alpha)
            torch.add(self.s[name], self.eps, out=self.root[name]).sqrt_()
            p.addcdiv_(g, self.root[name], value=-self.lr)


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


# %% solution="lecture_adam"
class LectureAdam:
    def __init__(self, lr, beta1, beta2, eps):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m, self.s = {}, {}

    @torch.inference_mode()
    def update(self, params, grads):
        for name, p in params.items():
            if name not in self.m:
                self.m[name], self.s[name] = torch.zeros_like(p), torch.zeros_like(p)
            g, m, s = grads[name], self.m[name], self.s[name]
            m.mul_(self.beta1).add_(g, alpha=1 - self.beta1)
            s.mul_(self.beta2).addcmul_(g, g, value=1 - self.beta2)
            p.data.addcdiv_(m, s.add(self.eps).sqrt_(), value=-self.lr)


# %% solution="decayed_rate"
def decayed_rate(eta0, t, n):
    eta0 *= 10 ** (-t / n)
    return eta0
