# ---
# autograder:
#   about: the share that is dropped where the share that is kept should stand
#   expects:
#     dropout: divided-by-p
#     variance: keep-for-drop
#     vanilla: test-times-p
# ---
# %% solution="dropout"
class Dropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        if not training:
            return x
        self.mask = (torch.rand(x.shape, generator=generator) > self.p) / self.p
        return x * self.mask

    def backward(self, grad):
        return grad * self.mask


# %% solution="variance"
def variance(x, p):
    return (1 - p) / p * x * x


# %% solution="vanilla"
class VanillaDropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        if not training:
            return x * self.p
        self.mask = torch.rand(x.shape, generator=generator) > self.p
        return x * self.mask

    def backward(self, grad):
        return grad * self.mask
