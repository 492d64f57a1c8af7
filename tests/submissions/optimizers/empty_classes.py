# ---
# autograder:
#   about: classes with nothing in them, or with other methods than the one that is asked
#   expects:
#     sgd: raised
#     momentum: raised
#     adam: raised
# ---
# %% solution="sgd"
class SGD:
    pass


# %% solution="momentum"
class Momentum:
    def __init__(self, lr, beta):
        self.lr = lr
        self.beta = beta

    def step(self, params, grads):
        for name in params:
            params[name] -= self.lr * grads[name]


# %% solution="adam"
class Adam:
    def __init__(self, lr, beta1, beta2, eps):
        pass

    def update(self, params):
        pass
