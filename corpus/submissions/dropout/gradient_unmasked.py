# ---
# autograder:
#   about: backward scales where it should mask
#   expects:
#     dropout: gradient-unmasked
#     vanilla: gradient-scaled
# ---
# %% solution="dropout"
class Dropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        if not training:
            return x
        mask = (torch.rand(x.shape, generator=generator) >= self.p) / (1 - self.p)
        return x * mask

    def backward(self, grad):
        return grad / (1 - self.p)


# %% solution="vanilla"
class VanillaDropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        if not training:
            return x * (1 - self.p)
        self.mask = torch.rand(x.shape, generator=generator) >= self.p
        return x * self.mask

    def backward(self, grad):
        return grad * self.mask * (1 - self.p)
