# ---
# autograder:
#   about: only m is corrected; SGD and RMSProp keep the rate that they were made with
#   expects:
#     sgd: lr-frozen
#     rmsprop: lr-frozen
#     adam: only-m-corrected
# ---
# %% solution="sgd"
class SGD:
    def __init__(self, lr):
        self.step = -lr

    def update(self, params, grads):
        for name in params:
            params[name] += self.step * grads[name]


# %% solution="rmsprop"
class RMSProp:
    def __init__(self, lr, alpha, eps):
        self.learning_rate = lr
        self.alpha = alpha
        self.eps = eps
        self.s = {}

    def update(self, params, grads):
        for name in params:
            g = grads[name]
            self.s[name] = self.alpha * self.s.get(name, 0) + (1 - self.alpha) * g**2
            params[name] -= self.learning_rate * g / (self.s[name] + self.eps).sqrt()


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
            self.m[name] = self.beta1 * self.m.get(name, 0) + (1 - self.beta1) * g
            self.s[name] = self.beta2 * self.s.get(name, 0) + (1 - self.beta2) * g**2
            m_hat = self.m[name] / (1 - self.beta1**self.t)
            params[name] -= self.lr * m_hat / (self.s[name].sqrt() + self.eps)
