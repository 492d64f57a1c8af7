# ---
# autograder:
#   about: the factor is missing in backward, or stands there alone
#   expects:
#     dropout: gradient-unscaled
#     vanilla: gradient-divided
# ---
# %% solution="dropout"
class Dropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        if not training:
            return x
        self.mask = torch.rand(x.shape, generator=generator) >= self.p
        return x * self.mask / (1 - self.p)

    def backward(self, grad):
        return grad * self.mask


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
        return grad * self.mask / (1 - self.p)
