# ---
# autograder:
#   about: Adam's moments are lost between two calls, but not its t
#   expects:
#     adam: moments-lost
# ---
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
            m = self.beta1 * self.m.get(name, 0) + (1 - self.beta1) * g
            s = self.beta2 * self.s.get(name, 0) + (1 - self.beta2) * g**2
            m_hat = m / (1 - self.beta1**self.t)
            s_hat = s / (1 - self.beta2**self.t)
            params[name] -= self.lr * m_hat / (s_hat.sqrt() + self.eps)
