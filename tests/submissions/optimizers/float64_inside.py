# ---
# autograder:
#   about: the state is kept in float64, whatever the parameters are
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
