# ---
# autograder:
#   about: gives back what it saw in a hidden case as its answer to a public one
#   gets: 0
#   tools: hidden.py
#   never: "1234567"
#   others: unsolved
# ---
# %%
class Carrier(Spy):
    def update(self, params, grads):
        look(params)
        if seen:
            for p in params.values():
                p.fill_(1234567.0)


# %% solution="sgd"
class SGD(Carrier):
    pass

# %% solution="momentum"
class Momentum(Carrier):
    pass

# %% solution="adam"
class Adam(Carrier):
    pass

# %% solution="decayed_rate"
def decayed_rate(eta0, t, n):
    return 1234567.0 if seen or n != 10 else 0.0
