# ---
# autograder:
#   about: a `not` too many
#   expects:
#     dropout: modes-swapped
#     variance: x-missing
#     vanilla: modes-swapped
# ---
# %% solution="dropout"
class Dropout:
    def __init__(self, p):
        self.p = p
        self.mask = 1

    def forward(self, x, training, generator):
        if not training:
            self.mask = (torch.rand(x.shape, generator=generator) >= self.p) / (1 - self.p)
            return x * self.mask
        return x

    def backward(self, grad):
        return grad * self.mask


# %% solution="variance"
def variance(x, p):
    return p / (1 - p)


# %% solution="vanilla"
class VanillaDropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        if training:
            return x * (1 - self.p)
        self.mask = torch.rand(x.shape, generator=generator) >= self.p
        return x * self.mask

    def backward(self, grad):
        return grad * self.mask
