# ---
# autograder:
#   about: one state for all parameters, as one attribute or as many names of one tensor
#   expects:
#     adagrad: state-shared
#     rmsprop: state-shared
#     adam: state-shared
#     lecture_adam: state-shared
# ---
# %% solution="adagrad"
class AdaGrad:
    def __init__(self, lr, eps):
        self.lr = lr
        self.eps = eps
        self.s = 0

    def update(self, params, grads):
        for name in params:
            self.s = self.s + grads[name] ** 2
            params[name] -= self.lr * grads[name] / (self.s + self.eps).sqrt()


# %% solution="rmsprop"
class RMSProp:
    def __init__(self, lr, alpha, eps):
        self.lr = lr
        self.alpha = alpha
        self.eps = eps
        self.s = None

    def update(self, params, grads):
        for name, g in grads.items():
            if self.s is None:
                self.s = torch.zeros_like(g)
            self.s = self.alpha * self.s + (1 - self.alpha) * g**2
            params[name] -= self.lr * g / (self.s + self.eps).sqrt()


# %% solution="adam"
class Adam:
    def __init__(self, lr, beta1, beta2, eps):
        self.lr = lr
        self.beta1 = beta1
        self.beta2 = beta2
        self.eps = eps
        self.t = 0
        self.m = 0
        self.s = 0

    def update(self, params, grads):
        self.t += 1
        for name in params:
            g = grads[name]
            self.m = self.beta1 * self.m + (1 - self.beta1) * g
            self.s = self.beta2 * self.s + (1 - self.beta2) * g**2
            m_hat = self.m / (1 - self.beta1**self.t)
            s_hat = self.s / (1 - self.beta2**self.t)
            params[name] -= self.lr * m_hat / (s_hat.sqrt() + self.eps)


# %% solution="lecture_adam"
class LectureAdam:
    def __init__(self, lr, beta1, beta2, eps):
        self.lr = lr
        self.beta1 = beta1
        self.beta2 = beta2
        self.eps = eps
        self.m = None

    def update(self, params, grads):
        if self.m is None:
            # Each name gets the same two tensors, and every change is in place.
            first = torch.zeros_like(next(iter(grads.values())))
            self.m = dict.fromkeys(grads, first)
            self.s = dict.fromkeys(grads, first.clone())
        for name, g in grads.items():
            self.m[name].mul_(self.beta1).add_(g, alpha=1 - self.beta1)
            self.s[name].mul_(self.beta2).addcmul_(g, g, value=1 - self.beta2)
            params[name] -= self.lr * self.m[name] / (self.s[name] + self.eps).sqrt()
