# ---
# autograder:
#   about: factors at test time that belong elsewhere, and a root too many
#   expects:
#     dropout: test-divided
#     variance: deviation
#     vanilla: dropped-and-scaled-at-test
# ---
# %%
import math


# %% solution="dropout"
class Dropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        mask = torch.ones_like(x)
        if training:
            mask = (torch.rand(x.shape, generator=generator) >= self.p).to(x.dtype)
            self.mask = mask
        return x * mask / (1 - self.p)

    def backward(self, grad):
        return grad * self.mask / (1 - self.p)


# %% solution="variance"
def variance(x, p):
    return math.sqrt(x**2 * p / (1 - p))


# %% solution="vanilla"
class VanillaDropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        self.mask = torch.rand(x.shape, generator=generator) >= self.p
        y = x * self.mask
        if not training:
            y = y * (1 - self.p)
        return y

    def backward(self, grad):
        return grad * self.mask
