# ---
# autograder:
#   about: the accumulator of squares starts at a tenth
#   expects:
#     rmsprop: starts-at-a-tenth
#     decayed_rate: hyperbolic
# ---
# %% solution="rmsprop"
class RMSProp:
    def __init__(self, lr, alpha, eps, initial_scale=0.1):
        self.lr = lr
        self.alpha = alpha
        self.eps = eps
        self.initial_scale = initial_scale
        self.s = {}

    def update(self, params, grads):
        for name in params:
            g = grads[name]
            s = self.s.get(name, self.initial_scale)
            self.s[name] = self.alpha * s + (1 - self.alpha) * g**2
            params[name] -= self.lr * g * torch.rsqrt(self.s[name] + self.eps)


# %% solution="decayed_rate"
def decayed_rate(eta0, t, n):
    return eta0 * n / (n + t)
