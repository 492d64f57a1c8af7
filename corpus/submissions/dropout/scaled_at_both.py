# ---
# autograder:
#   about: scaled in training, and again at test time; the mean's square is not subtracted
#   expects:
#     dropout: scaled-at-both
#     variance: second-moment
#     vanilla: scaled-at-both
# ---
# %%
class Both:
    def __init__(self, p):
        self.p = p
        self.q = 1 - p

    def forward(self, x, training, generator):
        if training:
            self.m = (torch.rand(x.shape, generator=generator) < self.q).to(x.dtype).div(self.q)
            return x.mul(self.m)
        return x.mul(self.q)

    def backward(self, grad):
        return grad.mul(self.m)


# %% solution="dropout"
class Dropout(Both):
    pass


# %% solution="variance"
def variance(x, p):
    return (1 - p) * (x / (1 - p)) ** 2


# %% solution="vanilla"
class VanillaDropout(Both):
    pass
