# ---
# autograder:
#   about: code that ends in an exception
#   expects:
#     dropout: raised
#     variance: raised
#     vanilla: raised
# ---
# %% solution="dropout"
class Dropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        if not training:
            return x
        self.mask = torch.uniform(x.shape, generator=generator) >= self.p
        return x * self.mask / (1 - self.p)

    def backward(self, grad):
        return grad * self.mask / (1 - self.p)


# %% solution="variance"
def variance(x, p):
    return p.div(1 - p) * x**2


# %% solution="vanilla"
class VanillaDropout:
    def __init__(self, p, size):
        self.p = p
        self.size = size

    def forward(self, x, training, generator):
        return x * (torch.rand(self.size, generator=generator) >= self.p)

    def backward(self, grad):
        return grad
