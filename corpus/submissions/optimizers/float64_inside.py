# ---
# autograder:
#   about: the state is kept in float64, or summed anew at each call, whatever the parameters are
# ---
# %% solution="momentum"
class Momentum:
    def __init__(self, lr, beta):
        self.lr = lr
        self.beta = beta
        self.m = {}

    def update(self, params, grads):
        for k, p in params.items():
            g = grads[k].double()
            self.m[k] = self.beta * self.m.get(k, torch.zeros(())) + self.lr * g
            params[k] = (p.double() - self.m[k]).to(p.dtype)


# %% solution="adagrad"
class AdaGrad:
    def __init__(self, lr, eps):
        self.lr, self.eps = lr, eps
        self.seen = []

    def update(self, params, grads):
        self.seen.append({k: g.double() for k, g in grads.items()})
        for k, p in params.items():
            s = torch.stack([g[k] for g in self.seen]).square().sum(dim=0)
            p -= (self.lr * self.seen[-1][k] * (s + self.eps).rsqrt()).to(p.dtype)


# %% solution="rmsprop"
class RMSProp:
    def __init__(self, lr, alpha, eps):
        self.lr, self.alpha, self.eps = lr, alpha, eps
        self.s = {}

    def update(self, params, grads):
        for k in params:
            g = grads[k].to(torch.float64)
            self.s[k] = self.alpha * self.s.get(k, torch.zeros_like(g)) + (1 - self.alpha) * g**2
            step = self.lr * g / torch.sqrt(self.s[k] + self.eps)
            params[k] -= step


# %% solution="adam"
class Adam:
    def __init__(self, lr, beta1, beta2, eps):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.history = []

    def update(self, params, grads):
        # The means are sums over all gradients so far: slow, but nothing has to be corrected twice.
        self.history.append({k: g.double().clone() for k, g in grads.items()})
        t = len(self.history)
        for k, p in params.items():
            past = torch.stack([g[k] for g in self.history])
            ages = torch.arange(t - 1, -1, -1, dtype=torch.float64).view(-1, *[1] * p.dim())
            m = ((1 - self.beta1) * self.beta1**ages * past).sum(0) / (1 - self.beta1**t)
            s = ((1 - self.beta2) * self.beta2**ages * past**2).sum(0) / (1 - self.beta2**t)
            p -= (self.lr * m / (s.sqrt() + self.eps)).to(p.dtype)


# %% solution="lecture_adam"
class LectureAdam(Adam):
    def update(self, params, grads):
        self.history.append({k: g.double().clone() for k, g in grads.items()})
        ages = range(len(self.history) - 1, -1, -1)
        for k, p in params.items():
            m = sum((1 - self.beta1) * self.beta1**a * g[k] for a, g in zip(ages, self.history))
            s = sum(
                (1 - self.beta2) * self.beta2**a * g[k] ** 2 for a, g in zip(ages, self.history)
            )
            p -= (self.lr * m / (s + self.eps).sqrt()).to(p.dtype)


# %% solution="decayed_rate"
def decayed_rate(eta0, t, n):
    return eta0 * torch.tensor(10.0, dtype=torch.float64).pow(-t / n).item()
