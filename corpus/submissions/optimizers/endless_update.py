# ---
# autograder:
#   about: the second call of Momentum.update never ends
#   expects:
#     momentum: time-out
# ---
# %% solution="momentum"
class Momentum:
    def __init__(self, lr, beta):
        self.lr = lr
        self.beta = beta
        self.m = {}

    def update(self, params, grads):
        waiting = list(params)
        while waiting:
            name = waiting[0]
            if name not in self.m:
                self.m[name] = self.lr * grads[name]
                params[name] -= self.m[name]
                waiting.remove(name)
