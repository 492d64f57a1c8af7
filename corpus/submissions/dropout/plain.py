# ---
# autograder:
#   about: a uniform draw for each entry, and the mask with its factor is kept
# ---
# %% solution="dropout"
class Dropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        if training:
            self.mask = (torch.rand(x.shape, generator=generator, device=x.device) >= self.p) / (1 - self.p)
            return x * self.mask
        return x

    def backward(self, grad):
        return grad * self.mask


# %% solution="variance"
def variance(x, p):
    return p / (1 - p) * x**2


# %% solution="vanilla"
class VanillaDropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        if training:
            self.mask = torch.rand(x.shape, generator=generator, device=x.device) >= self.p
            return x * self.mask
        return x * (1 - self.p)

    def backward(self, grad):
        return grad * self.mask
