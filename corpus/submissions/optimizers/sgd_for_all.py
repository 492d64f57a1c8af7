# ---
# autograder:
#   about: SGD under six names; SGD itself steps from what w once was
#   expects:
#     sgd: not-applied
#     momentum: no-state
#     adagrad: value
#     rmsprop: value
#     adam: value
#     lecture_adam: value
#     decayed_rate: value
# ---
# %% solution="sgd"
class SGD:
    def __init__(self, lr):
        self.lr = lr

    def update(self, params, grads):
        for name, w in params.items():
            w = w - self.lr * grads[name]


# %% solution="momentum"
class Plain:
    def __init__(self, lr, **ignored):
        self.lr = lr

    def update(self, params, grads):
        for name in params:
            params[name] -= self.lr * grads[name]


Momentum = Plain

# %% solution="adagrad"
AdaGrad = Plain

# %% solution="rmsprop"
RMSProp = Plain

# %% solution="adam"
Adam = Plain

# %% solution="lecture_adam"
LectureAdam = Plain


# %% solution="decayed_rate"
def decayed_rate(eta0, t, n):
    return eta0
