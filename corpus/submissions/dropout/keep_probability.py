# ---
# autograder:
#   about: p is the probability to keep, as some courses have it
#   expects:
#     dropout: keep-probability
#     vanilla: keep-probability
# ---
# %%
import numpy as np


# %% solution="dropout"
class Dropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        if not training:
            return x
        rng = np.random.default_rng(int(torch.randint(2**40, (), generator=generator)))
        self.mask = torch.from_numpy((rng.random(x.shape) < self.p) / np.float64(self.p)).to(x.dtype)
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask


# %% solution="vanilla"
class VanillaDropout:
    def __init__(self, keep_prob):
        self.keep_prob = keep_prob

    def forward(self, x, training, generator):
        if training:
            self.mask = torch.rand(x.shape, generator=generator) < self.keep_prob
            return x * self.mask
        return x * self.keep_prob

    def backward(self, dout):
        return dout * self.mask
