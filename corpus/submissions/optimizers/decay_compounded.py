# ---
# autograder:
#   about: the rate of the last call is decayed once more; dampened momentum and its rate inside
#   expects:
#     momentum: weighted
#     decayed_rate: value
# ---
# %% solution="momentum"
class Momentum:
    def __init__(self, lr, beta):
        self.lr = lr
        self.beta = beta
        self.m = {}

    def update(self, params, grads):
        for name in params:
            self.m[name] = self.beta * self.m.get(name, 0) + (1 - self.beta) * self.lr * grads[name]
            params[name] -= self.m[name]


# %% solution="decayed_rate"
rate = None


def decayed_rate(eta0, t, n):
    global rate
    if rate is None:
        rate = eta0
    rate = rate * 10 ** (-t / n)
    return rate
