# ---
# autograder:
#   about: code that ends in an exception, in three places
#   expects:
#     sgd: raised
#     momentum: raised
#     adam: raised
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


# %% solution="adam"
class Adam:
    def __init__(self, lr, beta1, beta2, eps):
        if lr <= 0:
            raise ValueError("lr has to be above 0")
        raise RuntimeError("TODO: <b>finish</b> this \x1b[31mtomorrow\x1b[0m")

    def update(self, params, grads):
        return None
