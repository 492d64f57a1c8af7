# ---
# autograder:
#   about: beta1 and beta2 change places; a gradient is scaled in place; the old velocity is used
#   expects:
#     sgd: gradient-changed
#     momentum: old-velocity
#     adam: betas-swapped
# ---
# %% solution="sgd"
class SGD:
    def __init__(self, lr):
        self.lr = lr

    def update(self, params, grads):
        for name in params:
            params[name] -= grads[name].mul_(self.lr)


# %% solution="momentum"
class Momentum:
    def __init__(self, lr, beta):
        self.lr = lr
        self.beta = beta
        self.m = {}

    def update(self, params, grads):
        for name in params:
            old = self.m.get(name, torch.zeros_like(params[name]))
            self.m[name] = self.beta * old + self.lr * grads[name]
            params[name] -= old


# %% solution="adam"
class Adam:
    def __init__(self, lr, beta1, beta2, eps):
        self.lr = lr
        self.beta1 = beta1
        self.beta2 = beta2
        self.eps = eps
        self.t = 0
        self.m = {}
        self.s = {}

    def update(self, params, grads):
        self.t += 1
        for name in params:
            g = grads[name]
            self.m[name] = self.beta2 * self.m.get(name, 0) + (1 - self.beta2) * g
            self.s[name] = self.beta1 * self.s.get(name, 0) + (1 - self.beta1) * g**2
            m_hat = self.m[name] / (1 - self.beta2**self.t)
            s_hat = self.s[name] / (1 - self.beta1**self.t)
            params[name] -= self.lr * m_hat / (s_hat.sqrt() + self.eps)
