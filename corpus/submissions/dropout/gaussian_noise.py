# ---
# autograder:
#   about: entries are multiplied by normal noise of the right mean and variance
#   expects:
#     dropout: value
#     variance: value
#     vanilla: value
# ---
# %% solution="dropout"
class Dropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        if not training:
            return x
        self.mask = 1 + (self.p / (1 - self.p)) ** 0.5 * torch.randn(x.shape, generator=generator)
        return (x * self.mask).to(x.dtype)

    def backward(self, grad):
        return (grad * self.mask).to(grad.dtype)


# %% solution="variance"
def variance(x, p):
    return 1.01 * p / (1 - p) * x**2


# %% solution="vanilla"
class VanillaDropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        if not training:
            return x * (1 - self.p)
        self.mask = torch.randn(x.shape, generator=generator).to(x.dtype)
        return x * self.mask

    def backward(self, grad):
        return grad * self.mask
