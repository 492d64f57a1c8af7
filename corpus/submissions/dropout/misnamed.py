# ---
# autograder:
#   about: other names than were asked for
#   expects:
#     dropout: undefined
#     variance: undefined
#     vanilla: wrong kind
# ---
# %% solution="dropout"
class InvertedDropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        if not training:
            return x
        self.mask = (torch.rand(x.shape, generator=generator) >= self.p) / (1 - self.p)
        return x * self.mask

    def backward(self, grad):
        return grad * self.mask


# %% solution="variance"
def var(x, p):
    return p / (1 - p) * x**2


# %% solution="vanilla"
VanillaDropout = "see the class above"
