# ---
# autograder:
#   about: each step is made with what was gathered before it
#   expects:
#     momentum: old-velocity
#     rmsprop: old-accumulator
#     adam: old-moments
#     lecture_adam: old-moments
# ---
# %% solution="momentum"
class Momentum:
    def __init__(self, lr, beta):
        self.lr = lr
        self.beta = beta
        self.m = {}

    def update(self, params, grads):
        for name, g in grads.items():
            self.m.setdefault(name, torch.zeros_like(g))
            params[name] -= self.m[name]
            self.m[name] = self.beta * self.m[name] + self.lr * g


# %% solution="rmsprop"
class RMSProp:
    def __init__(self, lr, alpha, eps):
        self.lr = lr
        self.alpha = alpha
        self.eps = eps
        self.s = {}

    def update(self, params, grads):
        for name, g in grads.items():
            s = self.s.get(name, torch.zeros_like(g))
            params[name] -= self.lr * g / (s + self.eps).sqrt()
            self.s[name] = self.alpha * s + (1 - self.alpha) * g**2


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
        for name, g in grads.items():
            m = self.m.get(name, torch.zeros_like(g))
            s = self.s.get(name, torch.zeros_like(g))
            m_hat = m / (1 - self.beta1**self.t)
            s_hat = s / (1 - self.beta2**self.t)
            params[name] -= self.lr * m_hat / (s_hat.sqrt() + self.eps)
            self.m[name] = self.beta1 * m + (1 - self.beta1) * g
            self.s[name] = self.beta2 * s + (1 - self.beta2) * g**2


# %% solution="lecture_adam"
class LectureAdam:
    def __init__(self, lr, beta1, beta2, eps):
        self.lr = lr
        self.beta1 = beta1
        self.beta2 = beta2
        self.eps = eps
        self.m = {}
        self.s = {}

    def update(self, params, grads):
        for name, g in grads.items():
            m = self.m.get(name, torch.zeros_like(g))
            s = self.s.get(name, torch.zeros_like(g))
            params[name] -= self.lr * m / (s + self.eps).sqrt()
            self.m[name] = self.beta1 * m + (1 - self.beta1) * g
            self.s[name] = self.beta2 * s + (1 - self.beta2) * g**2
