# ---
# autograder:
#   about: how far it is to the next dropped entry is drawn, instead of each entry
# ---
# %%
import math


def dropped_places(count, p, generator):
    places, here = [], -1
    while p > 0:
        u = float(torch.rand((), generator=generator, dtype=torch.float64))
        here += 1 + int(math.log1p(-u) / math.log1p(-p))
        if here >= count:
            break
        places.append(here)
    return places


def mask_of(x, p, generator):
    mask = torch.ones(x.numel(), dtype=x.dtype)
    mask[dropped_places(x.numel(), p, generator)] = 0
    return mask.reshape(x.shape)


# %% solution="dropout"
class Dropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        if not training:
            return x
        self.mask = mask_of(x, self.p, generator) / (1 - self.p)
        return x * self.mask

    def backward(self, grad):
        return grad * self.mask


# %% solution="vanilla"
class VanillaDropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        if not training:
            return (1 - self.p) * x
        self.mask = mask_of(x, self.p, generator)
        return x * self.mask

    def backward(self, grad):
        return grad * self.mask
