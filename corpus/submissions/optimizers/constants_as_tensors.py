# ---
# autograder:
#   about: every constant is a tensor without axes, in the gradient's own dtype
# ---
# %%
def constants(like, *numbers):
    return [torch.tensor(number, dtype=like.dtype) for number in numbers]


# %% solution="sgd"
class SGD:
    def __init__(self, lr):
        self.lr = lr

    def update(self, params, grads):
        for k, g in grads.items():
            (lr,) = constants(g, self.lr)
            params[k] -= lr * g


# %% solution="momentum"
class Momentum:
    def __init__(self, lr, beta):
        self.lr, self.beta = lr, beta
        self.m = {}

    def update(self, params, grads):
        for k, g in grads.items():
            lr, beta, zero = constants(g, self.lr, self.beta, 0)
            self.m[k] = beta * self.m.get(k, zero) + lr * g
            params[k] -= self.m[k]


# %% solution="adagrad"
class AdaGrad:
    def __init__(self, lr, eps):
        self.lr, self.eps = lr, eps
        self.s = {}

    def update(self, params, grads):
        for k, g in grads.items():
            lr, eps, zero = constants(g, self.lr, self.eps, 0)
            self.s[k] = self.s.get(k, zero) + g**2
            params[k] -= lr / torch.sqrt(self.s[k] + eps) * g


# %% solution="rmsprop"
class RMSProp:
    def __init__(self, lr, alpha, eps):
        self.lr, self.alpha, self.eps = lr, alpha, eps
        self.s = {}

    def update(self, params, grads):
        for k, g in grads.items():
            lr, alpha, eps, one = constants(g, self.lr, self.alpha, self.eps, 1)
            self.s[k] = alpha * self.s.get(k, 0 * one) + (one - alpha) * g**2
            params[k] -= lr / torch.sqrt(self.s[k] + eps) * g


# %% solution="adam"
class Adam:
    # 1 - beta2 ** t loses digits in float32; where both are rounded alike, little of that is seen.
    def __init__(self, lr, beta1, beta2, eps):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.t = 0
        self.m, self.s = {}, {}

    def update(self, params, grads):
        self.t += 1
        for k, g in grads.items():
            lr, beta1, beta2, eps, t, one = constants(
                g, self.lr, self.beta1, self.beta2, self.eps, self.t, 1
            )
            self.m[k] = beta1 * self.m.get(k, 0 * one) + (one - beta1) * g
            self.s[k] = beta2 * self.s.get(k, 0 * one) + (one - beta2) * g**2
            m_hat = self.m[k] / (one - torch.pow(beta1, t))
            s_hat = self.s[k] / (one - torch.pow(beta2, t))
            params[k] -= lr * m_hat / (torch.sqrt(s_hat) + eps)


# %% solution="lecture_adam"
class LectureAdam:
    def __init__(self, lr, beta1, beta2, eps):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m, self.s = {}, {}

    def update(self, params, grads):
        for k, g in grads.items():
            lr, beta1, beta2, eps, one = constants(
                g, self.lr, self.beta1, self.beta2, self.eps, 1
            )
            self.m[k] = beta1 * self.m.get(k, 0 * one) + (one - beta1) * g
            self.s[k] = beta2 * self.s.get(k, 0 * one) + (one - beta2) * g**2
            params[k] -= lr * self.m[k] / torch.sqrt(self.s[k] + eps)


# %% solution="decayed_rate"
def decayed_rate(eta0, t, n):
    eta0, t, n = (torch.tensor(x, dtype=torch.float64) for x in (eta0, t, n))
    return (eta0 * 10 ** (-t / n)).item()
