# ---
# autograder:
#   about: the state belongs to the class, or to a default, so that all objects have it in common
#   expects:
#     momentum: value
#     adagrad: value
#     adam: value
# ---
# %% solution="momentum"
class Momentum:
    m = {}

    def __init__(self, lr, beta):
        self.lr = lr
        self.beta = beta

    def update(self, params, grads):
        for name, g in grads.items():
            if name not in self.m or self.m[name].shape != g.shape:
                self.m[name] = torch.zeros_like(g)
            self.m[name] = self.beta * self.m[name] + self.lr * g
            params[name] -= self.m[name].to(g.dtype)


# %% solution="adagrad"
class AdaGrad:
    def __init__(self, lr, eps, s={}):
        self.lr = lr
        self.eps = eps
        self.s = s

    def update(self, params, grads):
        for name, g in grads.items():
            self.s[name] = self.s.get(name, 0) + g**2
            params[name] -= self.lr * g / (self.s[name] + self.eps).sqrt()


# %% solution="adam"
class Adam:
    t = 0

    def __init__(self, lr, beta1, beta2, eps):
        self.lr = lr
        self.beta1 = beta1
        self.beta2 = beta2
        self.eps = eps
        self.m = {}
        self.s = {}

    def update(self, params, grads):
        Adam.t += 1
        for name in params:
            g = grads[name]
            self.m[name] = self.beta1 * self.m.get(name, 0) + (1 - self.beta1) * g
            self.s[name] = self.beta2 * self.s.get(name, 0) + (1 - self.beta2) * g**2
            m_hat = self.m[name] / (1 - self.beta1**Adam.t)
            s_hat = self.s[name] / (1 - self.beta2**Adam.t)
            params[name] -= self.lr * m_hat / (s_hat.sqrt() + self.eps)
