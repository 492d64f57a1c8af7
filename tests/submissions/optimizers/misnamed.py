# ---
# autograder:
#   about: a cell that can't be parsed, a class with another name, a number where a class is asked
#   expects:
#     sgd: undefined
#     momentum: undefined
#     adam: wrong kind
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
