# ---
# autograder:
#   about: fills its answers with NaN and infinity, which pass careless comparisons
#   gets: 0
#   others: unsolved
# ---
# %%
class Filled:
    def __init__(self, **settings):
        pass

    def update(self, params, grads):
        for name in params:
            params[name].fill_(self.filler)


# %% solution="sgd"
class SGD(Filled):
    filler = float("nan")

# %% solution="momentum"
class Momentum(Filled):
    filler = float("nan")

# %% solution="adagrad"
class AdaGrad(Filled):
    filler = float("inf")

# %% solution="rmsprop"
class RMSProp(Filled):
    filler = float("-inf")

# %% solution="adam"
class Adam(Filled):
    def update(self, params, grads):
        for name, g in grads.items():
            params[name].copy_(g * float("nan"))

# %% solution="lecture_adam"
class LectureAdam(Filled):
    filler = 1e38

# %% solution="decayed_rate"
def decayed_rate(eta0, t, n):
    return float("nan")
