# ---
# autograder:
#   about: the constructor hides the rate in a name of its own, or works with it at once
#   expects:
#     momentum: lr-frozen
#     adagrad: lr-frozen
#     adam: lr-frozen
#     lecture_adam: lr-frozen
# ---
# %% solution="momentum"
class Momentum:
    def __init__(self, lr, beta):
        self.eta = lr
        self.beta = beta
        self.m = {}

    def update(self, params, grads):
        for name in params:
            self.m[name] = self.beta * self.m.get(name, 0) + self.eta * grads[name]
            params[name] -= self.m[name]


# %% solution="adagrad"
class AdaGrad:
    def __init__(self, lr, eps):
        self.hyper = {"lr": lr, "eps": eps}
        self.s = {}

    def update(self, params, grads):
        lr, eps = self.hyper["lr"], self.hyper["eps"]
        for name in params:
            g = grads[name]
            self.s[name] = self.s.get(name, 0) + g**2
            params[name] -= lr * g / (self.s[name] + eps).sqrt()


# %% solution="adam"
class Adam:
    def __init__(self, lr, beta1, beta2, eps):
        t, m, s = 0, {}, {}

        def update(params, grads):
            nonlocal t
            t += 1
            for name, g in grads.items():
                m[name] = beta1 * m.get(name, 0) + (1 - beta1) * g
                s[name] = beta2 * s.get(name, 0) + (1 - beta2) * g**2
                m_hat = m[name] / (1 - beta1**t)
                s_hat = s[name] / (1 - beta2**t)
                params[name] -= lr * m_hat / (s_hat.sqrt() + eps)

        self.update = update


# %% solution="lecture_adam"
class LectureAdam:
    def __init__(self, lr, beta1, beta2, eps):
        self.lr = lr
        self.factor = -lr * (1 - beta1)
        self.beta1 = beta1
        self.beta2 = beta2
        self.eps = eps
        self.m = {}
        self.s = {}

    def update(self, params, grads):
        for name, g in grads.items():
            self.m[name] = self.beta1 * self.m.get(name, 0) + g
            self.s[name] = self.beta2 * self.s.get(name, 0) + (1 - self.beta2) * g**2
            params[name] += self.factor * self.m[name] / (self.s[name] + self.eps).sqrt()
