# ---
# autograder:
#   about: no tensor is ever changed; each entry of params is bound to a new one
# ---
# %% solution="sgd"
class SGD:
    def __init__(self, lr):
        self.lr = lr

    def update(self, params, grads):
        params.update({k: p - self.lr * grads[k] for k, p in params.items()})


# %% solution="momentum"
class Momentum:
    def __init__(self, lr, beta):
        self.lr = lr
        self.beta = beta
        self.velocity = None

    def update(self, params, grads):
        if self.velocity is None:
            self.velocity = {k: 0.0 * g for k, g in grads.items()}
        self.velocity = {
            k: self.beta * v + self.lr * grads[k] for k, v in self.velocity.items()
        }
        for k in list(params):
            params[k] = params[k] - self.velocity[k]


# %% solution="adam"
class Adam:
    def __init__(self, lr, beta1, beta2, eps):
        self.lr, self.betas, self.eps = lr, (beta1, beta2), eps
        self.calls = 0
        self.moments = {}

    def update(self, params, grads):
        self.calls += 1
        b1, b2 = self.betas
        for k in list(params):
            g = grads[k]
            m, s = self.moments.get(k, (torch.zeros_like(g), torch.zeros_like(g)))
            m, s = b1 * m + (1 - b1) * g, b2 * s + (1 - b2) * g * g
            self.moments[k] = m, s
            step = (m / (1 - b1**self.calls)) / (
                torch.sqrt(s / (1 - b2**self.calls)) + self.eps
            )
            params[k] = params[k] - self.lr * step
