# ---
# autograder:
#   about: NumPy computes; its generator is seeded with a number from the one that was handed in
# ---
# %%
import numpy as np


def kept_entries(shape, p, generator):
    seed = int(torch.randint(2**62, (1,), generator=generator))
    return np.random.default_rng(seed).random(tuple(shape)) >= p


# %% solution="dropout"
class Dropout:
    def __init__(self, p):
        self.p = p
        self.cache = None

    def forward(self, x, training, generator):
        x = x.numpy()
        out = x.copy()
        if training:
            self.cache = kept_entries(x.shape, self.p, generator).astype(x.dtype) / x.dtype.type(1 - self.p)
            out *= self.cache
        return torch.from_numpy(out)

    def backward(self, grad):
        return torch.from_numpy(grad.numpy() * self.cache)


# %% solution="variance"
def variance(x, p):
    outcomes, chances = np.array([0.0, x / (1 - p)]), np.array([p, 1 - p])
    return float(chances @ (outcomes - chances @ outcomes) ** 2)


# %% solution="vanilla"
class VanillaDropout:
    def __init__(self, p):
        self.p = p
        self.cache = None

    def forward(self, x, training, generator):
        x = x.numpy()
        if not training:
            return torch.from_numpy(np.multiply(x, 1 - self.p, dtype=x.dtype))
        self.cache = kept_entries(x.shape, self.p, generator)
        return torch.from_numpy(np.where(self.cache, x, np.zeros_like(x)))

    def backward(self, grad):
        return torch.from_numpy(np.where(self.cache, grad.numpy(), 0).astype(grad.numpy().dtype))
