# ---
# autograder:
#   about: the root of s is kept instead of s, and eps joins it as the other side of a triangle
# ---
# %%
from math import sqrt

# %% solution="adagrad"
class AdaGrad:
    def __init__(self, lr, eps):
        self.lr = lr
        self.eps = torch.tensor(sqrt(eps), dtype=torch.float64)
        self.r = {}

    def update(self, params, grads):
        for k, g in grads.items():
            self.r[k] = torch.hypot(self.r.get(k, torch.zeros_like(g)), g)
            params[k] -= self.lr * (g / torch.hypot(self.r[k], self.eps.to(g)))


# %% solution="rmsprop"
class RMSProp:
    def __init__(self, lr, alpha, eps):
        self.lr = lr
        self.old, self.new = sqrt(alpha), sqrt(1 - alpha)
        self.eps = torch.tensor(sqrt(eps), dtype=torch.float64)
        self.r = {}

    def update(self, params, grads):
        for k, g in grads.items():
            r = self.r.get(k, torch.zeros_like(g))
            self.r[k] = torch.hypot(self.old * r, self.new * g)
            params[k] -= self.lr * (g / torch.hypot(self.r[k], self.eps.to(g)))


# %% solution="adam"
class Adam:
    def __init__(self, lr, beta1, beta2, eps):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.t = 0
        self.m, self.r = {}, {}

    def update(self, params, grads):
        self.t += 1
        for k, g in grads.items():
            zero = torch.zeros_like(g)
            self.m[k] = self.beta1 * self.m.get(k, zero) + (1 - self.beta1) * g
            self.r[k] = torch.hypot(
                sqrt(self.beta2) * self.r.get(k, zero), sqrt(1 - self.beta2) * g
            )
            root = self.r[k] / sqrt(1 - self.beta2**self.t)
            params[k] -= self.lr * self.m[k] / (1 - self.beta1**self.t) / (root + self.eps)


# %% solution="lecture_adam"
class LectureAdam:
    def __init__(self, lr, beta1, beta2, eps):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m, self.r = {}, {}

    def update(self, params, grads):
        for k, g in grads.items():
            zero = torch.zeros_like(g)
            self.m[k] = self.beta1 * self.m.get(k, zero) + (1 - self.beta1) * g
            sides = [sqrt(self.beta2) * self.r.get(k, zero), sqrt(1 - self.beta2) * g]
            self.r[k] = torch.linalg.vector_norm(torch.stack(sides), dim=0)
            eps = torch.full_like(g, sqrt(self.eps))
            params[k] -= self.lr * self.m[k] / torch.hypot(self.r[k], eps)
