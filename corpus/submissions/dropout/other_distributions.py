# ---
# autograder:
#   about: normal and exponential draws, compared with their own quantiles at p
# ---
# %%
import math


# %% solution="dropout"
class Dropout:
    def __init__(self, p):
        self.p = p
        p = torch.tensor(p, dtype=torch.float64)
        self.quantile = torch.distributions.Normal(0.0, 1.0).icdf(p) if p > 0 else -math.inf

    def forward(self, x, training, generator):
        if not training:
            return x.clone()
        draws = torch.randn(x.shape, generator=generator, dtype=torch.float64)
        self.scaled = (draws >= self.quantile).to(x.dtype) / (1 - self.p)
        return x * self.scaled

    def backward(self, grad):
        return grad * self.scaled


# %% solution="vanilla"
class VanillaDropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        if not training:
            return x * (1 - self.p)
        waited = torch.empty(x.shape, dtype=torch.float64).exponential_(generator=generator)
        self.kept = waited >= -math.log1p(-self.p)
        return x * self.kept

    def backward(self, grad):
        return grad * self.kept
