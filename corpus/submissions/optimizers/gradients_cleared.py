# ---
# autograder:
#   about: each update clears the gradients as if they were its own; the rate falls along a line
#   expects:
#     adagrad: gradient-zeroed
#     rmsprop: gradient-zeroed
#     adam: gradient-zeroed
#     lecture_adam: gradient-zeroed
#     decayed_rate: linear-to-zero
# ---
# %%
def zero_grad(grads):
    for key in grads:
        grads[key].zero_()


# %% solution="adagrad"
class AdaGrad:
    def __init__(self, lr, eps):
        self.lr, self.eps, self.cache = lr, eps, {}

    def update(self, params, grads):
        for k in params:
            self.cache[k] = self.cache.get(k, 0) + grads[k] ** 2
            params[k] -= self.lr * grads[k] / torch.sqrt(self.cache[k] + self.eps)
        zero_grad(grads)


# %% solution="rmsprop"
class RMSProp:
    def __init__(self, lr, alpha, eps):
        self.lr, self.alpha, self.eps, self.cache = lr, alpha, eps, {}

    def update(self, params, grads):
        for k in params:
            self.cache[k] = self.alpha * self.cache.get(k, 0) + (1 - self.alpha) * grads[k] ** 2
            params[k] -= self.lr * grads[k] / torch.sqrt(self.cache[k] + self.eps)
        zero_grad(grads)


# %% solution="adam"
class Adam:
    def __init__(self, lr, beta1, beta2, eps):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m, self.v, self.t = {}, {}, 0

    def update(self, params, grads):
        self.t += 1
        for k in params:
            self.m[k] = self.beta1 * self.m.get(k, 0) + (1 - self.beta1) * grads[k]
            self.v[k] = self.beta2 * self.v.get(k, 0) + (1 - self.beta2) * grads[k] ** 2
            m_hat = self.m[k] / (1 - self.beta1**self.t)
            v_hat = self.v[k] / (1 - self.beta2**self.t)
            params[k] -= self.lr * m_hat / (torch.sqrt(v_hat) + self.eps)
        zero_grad(grads)


# %% solution="lecture_adam"
class LectureAdam:
    def __init__(self, lr, beta1, beta2, eps):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m, self.s = {}, {}

    def update(self, params, grads):
        for k in params:
            self.m[k] = self.beta1 * self.m.get(k, 0) + (1 - self.beta1) * grads[k]
            self.s[k] = self.beta2 * self.s.get(k, 0) + (1 - self.beta2) * grads[k] ** 2
            params[k] -= self.lr * self.m[k] / torch.sqrt(self.s[k] + self.eps)
        zero_grad(grads)


# %% solution="decayed_rate"
def decayed_rate(eta0, t, n):
    return eta0 * (1 - t / n)
