# ---
# autograder:
#   about: code that ends in an exception, in many places
#   expects:
#     sgd: raised
#     momentum: raised
#     adagrad: raised
#     rmsprop: raised
#     adam: raised
#     lecture_adam: raised
#     decayed_rate: raised
# ---
# %% solution="sgd"
class SGD:
    def __init__(self, lr):
        self.lr = lr

    def update(self, params, grads):
        for name in params:
            params[name] -= self.lr * gradients[name]


# %% solution="momentum"
class Momentum:
    def __init__(self, lr, beta):
        self.lr = lr
        self.beta = beta

    def update(self, params, grads):
        for name in params:
            self.m = self.beta * self.m + self.lr * grads[name]
            params[name] -= self.m


# %% solution="adagrad"
class AdaGrad:
    def __init__(self, lr, eps):
        self.lr = lr
        self.eps = eps
        self.s = {}

    def update(self, params, grads):
        for name in params:
            params[name].requires_grad_()
            self.s[name] += grads[name] ** 2
            params[name] -= self.lr * grads[name] / (self.s[name] + self.eps).sqrt()


# %% solution="rmsprop"
class RMSProp:
    def __init__(self, lr, alpha, eps):
        self.lr = lr
        self.alpha = alpha
        self.eps = eps
        self.s = torch.zeros(3, 2)

    def update(self, params, grads):
        for name in params:
            params[name].requires_grad_()
            self.s = self.alpha * self.s + (1 - self.alpha) * grads[name] ** 2
            params[name] -= self.lr * grads[name] / (self.s + self.eps).sqrt()


# %% solution="adam"
class Adam:
    def __init__(self, lr, beta1, beta2, eps):
        if lr <= 0:
            raise ValueError("lr has to be above 0")
        raise RuntimeError("TODO: <b>finish</b> this \x1b[31mtomorrow\x1b[0m")

    def update(self, params, grads):
        return None


# %% solution="lecture_adam"
class LectureAdam(Adam):
    def __init__(self, lr, beta1, beta2, eps):
        super().__init__(lr, beta1, beta2, eps)


# %% solution="decayed_rate"
def decayed_rate(eta0, t, n):
    if t == 0:
        return eta0
    return decayed_rate(eta0, t, n) * 10 ** (-1 / n)
