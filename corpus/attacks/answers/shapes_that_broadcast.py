# ---
# autograder:
#   about: answers with a scalar, an empty tensor, one axis more, or another dtype
#   gets: 0
#   others: unsolved
# ---
# %%
class Reshaped:
    def __init__(self, **settings):
        pass

    def update(self, params, grads):
        for name, p in list(params.items()):
            params[name] = self.made_of(p)


# %% solution="sgd"
class SGD(Reshaped):
    def made_of(self, p):
        return torch.zeros(())

# %% solution="momentum"
class Momentum(Reshaped):
    def made_of(self, p):
        return torch.zeros(0)

# %% solution="adagrad"
class AdaGrad(Reshaped):
    def made_of(self, p):
        return p.unsqueeze(-1)

# %% solution="rmsprop"
class RMSProp(Reshaped):
    def made_of(self, p):
        return p.long()

# %% solution="adam"
class Adam(Reshaped):
    def made_of(self, p):
        return p.bool()

# %% solution="lecture_adam"
class LectureAdam(Reshaped):
    def made_of(self, p):
        return p.T

# %% solution="decayed_rate"
def decayed_rate(eta0, t, n):
    return torch.zeros(6)
