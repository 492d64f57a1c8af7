# ---
# autograder:
#   about: what `training` says is not looked at
#   expects:
#     dropout: active-at-test
#     variance: x-not-squared
#     vanilla: active-at-test
# ---
# %% solution="dropout"
class Dropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        self.mask = (torch.rand(x.shape, generator=generator) >= self.p) / (1 - self.p)
        return x * self.mask

    def backward(self, grad):
        return grad * self.mask


# %% solution="variance"
def variance(x, p):
    return p / (1 - p) * x


# %% solution="vanilla"
class VanillaDropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training=True, generator=None):
        self.mask = torch.rand(x.shape, generator=generator) >= self.p
        return x * self.mask

    def backward(self, grad):
        return grad * self.mask
