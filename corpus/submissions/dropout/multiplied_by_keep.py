# ---
# autograder:
#   about: times the share that is kept instead of divided by it, and the other way round
#   expects:
#     dropout: multiplied-by-keep
#     variance: factor-not-squared
#     vanilla: test-divided
# ---
# %% solution="dropout"
class Dropout:
    def __init__(self, p):
        self.p = p
        self.scale = 1 - p

    def forward(self, x, training, generator):
        if not training:
            return x.clone()
        self.mask = torch.rand(x.shape, generator=generator) >= self.p
        return x * self.mask * self.scale

    def backward(self, grad):
        return grad * self.mask * self.scale


# %% solution="variance"
def variance(x, p):
    factor = 1 / (1 - p)
    return factor * p * (1 - p) * x**2


# %% solution="vanilla"
class VanillaDropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        if not training:
            return x / (1 - self.p)
        self.mask = torch.rand(x.shape, generator=generator) >= self.p
        return x * self.mask

    def backward(self, grad):
        return grad * self.mask
