# ---
# autograder:
#   about: weights change places; a gradient is scaled in place; what was gathered before is used
#   expects:
#     sgd: gradient-changed
#     momentum: old-velocity
#     adagrad: old-accumulator
#     rmsprop: alpha-swapped
#     adam: betas-swapped
#     lecture_adam: betas-swapped
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


# %% solution="adagrad"
class AdaGrad:
    def __init__(self, lr, eps):
        self.lr = lr
        self.eps = eps
        self.s = {}

    def update(self, params, grads):
        for name in params:
            g = grads[name]
            if name not in self.s:
                self.s[name] = torch.zeros_like(g)
            params[name] -= self.lr * g / torch.sqrt(self.s[name] + self.eps)
            self.s[name] += g**2


# %% solution="rmsprop"
class RMSProp:
    def __init__(self, lr, alpha, eps):
        self.lr = lr
        self.alpha = alpha
        self.eps = eps
        self.s = {}

    def update(self, params, grads):
        for name in params:
            g = grads[name]
            self.s[name] = (1 - self.alpha) * self.s.get(name, 0) + self.alpha * g**2
            params[name] -= self.lr * g / (self.s[name] + self.eps).sqrt()


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
            self.m[name] = self.beta2 * self.m.get(name, 0) + (1 - self.beta2) * g
            self.s[name] = self.beta1 * self.s.get(name, 0) + (1 - self.beta1) * g**2
            params[name] -= self.lr * self.m[name] / (self.s[name] + self.eps).sqrt()
