# ---
# autograder:
#   about: torch.where chooses, masked_fill clears
# ---
# %% solution="dropout"
class Dropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        if not training:
            return x + 0
        self.dropped = torch.rand(x.shape, generator=generator) < self.p
        return torch.where(self.dropped, torch.zeros_like(x), x / (1 - self.p))

    def backward(self, grad):
        return torch.where(self.dropped, torch.zeros_like(grad), grad / (1 - self.p))


# %% solution="variance"
def variance(x, p):
    mean_of_square = x * x / (1 - p)
    return mean_of_square - x * x


# %% solution="vanilla"
class VanillaDropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        if training:
            self.dropped = torch.rand(x.shape, generator=generator) < self.p
            return x.masked_fill(self.dropped, 0)
        return x.mul(1 - self.p)

    def backward(self, grad):
        return grad.masked_fill(self.dropped, 0)
