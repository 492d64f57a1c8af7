# ---
# autograder:
#   about: three forms of Keras, where s starts at 0.1, the folded correction, decay by a quotient
#   expects:
#     adagrad: starts-at-a-tenth
#     adam: folded-eps
#     decayed_rate: hyperbolic
# ---
# %% solution="adagrad"
class AdaGrad:
    def __init__(self, lr, eps, initial_accumulator_value=0.1):
        self.lr = lr
        self.eps = eps
        self.start = initial_accumulator_value
        self.s = {}

    def update(self, params, grads):
        for name in params:
            g = grads[name]
            if name not in self.s:
                self.s[name] = torch.full_like(g, self.start)
            self.s[name] += g**2
            params[name] -= self.lr * g / torch.sqrt(self.s[name] + self.eps)


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
            rate = self.lr * (1 - self.beta2**self.t) ** 0.5 / (1 - self.beta1**self.t)
            params[name] -= rate * self.m[name] / (self.s[name].sqrt() + self.eps)


# %% solution="decayed_rate"
def decayed_rate(eta0, t, n):
    return eta0 / (1 + t / n)
