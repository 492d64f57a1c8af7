# ---
# autograder:
#   about: the factor is in the mask, and in backward once more
#   expects:
#     dropout: gradient-scaled-twice
# ---
# %% solution="dropout"
class Dropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        if not training:
            return x
        self.mask = (torch.rand(x.shape, generator=generator) >= self.p) / (1 - self.p)
        return x * self.mask

    def backward(self, grad):
        return grad * self.mask / (1 - self.p)
