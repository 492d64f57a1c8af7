# ---
# autograder:
#   about: Momentum keeps copies until there is no memory left; the other two are right
#   expects:
#     momentum: raised
# ---
# %% solution="momentum"
class Momentum:
    def __init__(self, lr, beta):
        self.lr = lr
        self.beta = beta
        self.copies = []

    def update(self, params, grads):
        while True:
            self.copies.append(torch.empty(2**28))
