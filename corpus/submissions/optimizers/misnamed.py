# ---
# autograder:
#   about: a cell that can't be parsed, other names for a class and for arguments, a number in a class's place
#   expects:
#     sgd: undefined
#     momentum: undefined
#     adam: wrong kind
#     decayed_rate: raised
# ---
# %% solution="sgd"
class SGD:
    def __init__(self, lr)
        self.lr = lr


# %% solution="momentum"
class momentum:
    def __init__(self, lr, beta):
        self.lr, self.beta = lr, beta

    def update(self, params, grads):
        pass


# %% solution="adam"
Adam = 42


# %% solution="decayed_rate"
def decayed_rate(eta, step, steps):
    return eta * 10 ** (-step / steps)
