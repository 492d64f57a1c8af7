# ---
# autograder:
#   about: right answers, and 50 MB of printed text around them
# ---
# %%
for _ in range(50_000):
    print("x" * 1000)

# %% solution="sgd"
class SGD:
    def __init__(self, lr):
        self.lr = lr

    def update(self, params, grads):
        for name in params:
            params[name] -= self.lr * grads[name]
            print(name, "now", params[name] * 1000)


# %% solution="decayed_rate"
def decayed_rate(eta0, t, n):
    print(f"{eta0} at {t} of {n}", "." * 10_000)
    return eta0 * 10 ** (-t / n)
