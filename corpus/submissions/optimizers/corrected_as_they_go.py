# ---
# autograder:
#   about: the corrected means themselves are kept, as running means whose weights change with t
# ---
# %% solution="momentum"
class Momentum:
    # What is kept is the sum of all steps so far, from which the next one follows.
    def __init__(self, lr, beta):
        self.lr, self.beta = lr, beta
        self.before, self.now = {}, {}

    def update(self, params, grads):
        for k, w in params.items():
            now = self.now.get(k, torch.zeros_like(w))
            last = now - self.before.get(k, now)
            self.before[k] = now
            self.now[k] = now + self.beta * last + self.lr * grads[k]
            params[k] = w - (self.now[k] - now)


# %% solution="rmsprop"
class RMSProp:
    # s / (1 - alpha ** t) is a weighted mean of squares, and is multiplied back at the end.
    def __init__(self, lr, alpha, eps):
        self.lr, self.alpha, self.eps = lr, alpha, eps
        self.t, self.mean = 0, {}

    def update(self, params, grads):
        self.t += 1
        known = 1 - self.alpha**self.t
        for k, g in grads.items():
            mean = self.mean.get(k, torch.zeros_like(g))
            self.mean[k] = mean + (1 - self.alpha) / known * (g**2 - mean)
            params[k] -= self.lr * g / torch.sqrt(known * self.mean[k] + self.eps)


# %% solution="adam"
class Adam:
    def __init__(self, lr, beta1, beta2, eps):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.t = 0
        self.m_hat, self.s_hat = {}, {}

    def update(self, params, grads):
        self.t += 1
        new1 = (1 - self.beta1) / (1 - self.beta1**self.t)
        new2 = (1 - self.beta2) / (1 - self.beta2**self.t)
        for k, g in grads.items():
            # At t = 1 both weights are 1: the first gradient is the whole mean.
            self.m_hat[k] = torch.lerp(self.m_hat.get(k, g), g, new1)
            self.s_hat[k] = torch.lerp(self.s_hat.get(k, g * g), g * g, new2)
            params[k] -= self.lr * self.m_hat[k] / (self.s_hat[k].sqrt() + self.eps)


# %% solution="lecture_adam"
class LectureAdam:
    def __init__(self, lr, beta1, beta2, eps):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.t = 0
        self.m_hat, self.s_hat = {}, {}

    def update(self, params, grads):
        self.t += 1
        known1, known2 = 1 - self.beta1**self.t, 1 - self.beta2**self.t
        for k, g in grads.items():
            self.m_hat[k] = torch.lerp(self.m_hat.get(k, g), g, (1 - self.beta1) / known1)
            self.s_hat[k] = torch.lerp(self.s_hat.get(k, g * g), g * g, (1 - self.beta2) / known2)
            root = torch.sqrt(self.s_hat[k] * known2 + self.eps)
            params[k] -= self.lr * known1 * self.m_hat[k] / root
