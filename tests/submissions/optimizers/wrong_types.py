# ---
# autograder:
#   about: right numbers in lists, in float64, in another shape
#   expects:
#     sgd: wrong kind
#     momentum: dtype
#     adam: shape
# ---
# %% solution="sgd"
class SGD:
    def __init__(self, lr):
        self.lr = lr

    def update(self, params, grads):
        for name, p in params.items():
            params[name] = (torch.as_tensor(p) - self.lr * grads[name]).tolist()


# %% solution="momentum"
class Momentum:
    def __init__(self, lr, beta):
        self.lr = lr
        self.beta = beta
        self.m = {}

    def update(self, params, grads):
        for name, p in params.items():
            self.m[name] = self.beta * self.m.get(name, 0) + self.lr * grads[name].double()
            params[name] = p - self.m[name]


# %% solution="adam"
class Adam:
    def __init__(self, lr, beta1, beta2, eps):
        self.lr = lr

    def update(self, params, grads):
        for name, p in params.items():
            params[name] = (p - self.lr * grads[name]).reshape(1, -1)
