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


# %% solution="adagrad"
class AdaGrad:
    def __init__(self, lr, eps):
        self.lr, self.eps = lr, eps
        self.squares = {}

    def update(self, params, grads):
        self.squares = {k: self.squares.get(k, 0) + g * g for k, g in grads.items()}
        params |= {
            k: p - self.lr * grads[k] / torch.sqrt(self.squares[k] + self.eps)
            for k, p in params.items()
        }


# %% solution="rmsprop"
class RMSProp:
    def __init__(self, lr, alpha, eps):
        self.lr, self.alpha, self.eps = lr, alpha, eps
        self.squares = {}

    def update(self, params, grads):
        a = self.alpha
        self.squares = {k: a * self.squares.get(k, 0) + (1 - a) * g * g for k, g in grads.items()}
        for k in grads:
            root = torch.sqrt(self.squares[k] + self.eps)
            # Taken out and put back, so that no tensor of the caller's is touched.
            params[k] = params.pop(k) - self.lr * grads[k] / root


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


# %% solution="lecture_adam"
class LectureAdam:
    def __init__(self, lr, beta1, beta2, eps):
        self.lr, self.betas, self.eps = lr, (beta1, beta2), eps
        self.moments = {}

    def update(self, params, grads):
        b1, b2 = self.betas
        for k, g in grads.items():
            m, s = self.moments.get(k, (0, 0))
            self.moments[k] = m, s = b1 * m + (1 - b1) * g, b2 * s + (1 - b2) * g**2
            new = params[k] - self.lr * m / (s + self.eps).sqrt()
            params[k] = new.clone().requires_grad_(True)


# %% solution="decayed_rate"
def decayed_rate(eta0, t, n):
    rate = eta0
    for _ in range(t):
        rate = rate * 10 ** (-1 / n)
    return rate
