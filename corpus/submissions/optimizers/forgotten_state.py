# ---
# autograder:
#   about: what is gathered is lost between two calls
#   expects:
#     adagrad: no-state
#     rmsprop: no-state
#     adam: no-state
#     lecture_adam: no-state
# ---
# %% solution="adagrad"
class AdaGrad:
    def __init__(self, lr, eps):
        self.lr = lr
        self.eps = eps

    def update(self, params, grads):
        s = {name: torch.zeros_like(g) for name, g in grads.items()}
        for name in params:
            s[name] += grads[name] ** 2
            params[name] -= self.lr * grads[name] / (s[name] + self.eps).sqrt()


# %% solution="rmsprop"
class RMSProp:
    def __init__(self, lr, alpha, eps):
        self.lr = lr
        self.alpha = alpha
        self.eps = eps
        self.s = {}

    def update(self, params, grads):
        for name in params:
            s = self.s.get(name, torch.zeros_like(grads[name]))
            s = self.alpha * s + (1 - self.alpha) * grads[name] ** 2
            params[name] -= self.lr * grads[name] / (s + self.eps).sqrt()


# %% solution="adam"
class Adam:
    def __init__(self, lr, beta1, beta2, eps):
        self.lr = lr
        self.beta1 = beta1
        self.beta2 = beta2
        self.eps = eps

    def update(self, params, grads):
        self.t = 0
        self.m = {name: torch.zeros_like(g) for name, g in grads.items()}
        self.s = {name: torch.zeros_like(g) for name, g in grads.items()}
        self.t += 1
        for name in params:
            g = grads[name]
            self.m[name] = self.beta1 * self.m[name] + (1 - self.beta1) * g
            self.s[name] = self.beta2 * self.s[name] + (1 - self.beta2) * g**2
            m_hat = self.m[name] / (1 - self.beta1**self.t)
            s_hat = self.s[name] / (1 - self.beta2**self.t)
            params[name] -= self.lr * m_hat / (s_hat.sqrt() + self.eps)


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
        for name in params:
            g = grads[name]
            m = self.beta1 * self.m.get(name, 0) + (1 - self.beta1) * g
            s = self.beta2 * self.s.get(name, 0) + (1 - self.beta2) * g**2
            params[name] -= self.lr * m / (s + self.eps).sqrt()
