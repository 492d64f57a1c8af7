# ---
# autograder:
#   about: forward sets a seed, so that every call draws the same
#   expects:
#     dropout: reseeded
#     vanilla: reseeded
# ---
# %%
import numpy as np


# %% solution="dropout"
class Dropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        generator.manual_seed(42)
        if not training:
            return x
        self.mask = (torch.rand(x.shape, generator=generator) >= self.p) / (1 - self.p)
        return x * self.mask

    def backward(self, grad):
        return grad * self.mask


# %% solution="vanilla"
class VanillaDropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        if not training:
            return x * (1 - self.p)
        rng = np.random.default_rng(generator.initial_seed())
        self.mask = torch.from_numpy(rng.random(tuple(x.shape)) >= self.p)
        return x * self.mask

    def backward(self, grad):
        return grad * self.mask
