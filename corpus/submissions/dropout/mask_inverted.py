# ---
# autograder:
#   about: the comparison the wrong way round
#   expects:
#     dropout: mask-inverted
#     vanilla: mask-inverted
# ---
# %% solution="dropout"
class Dropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        if not training:
            return x
        self.mask = (torch.rand(x.shape, generator=generator) < self.p) / (1 - self.p)
        return x * self.mask

    def backward(self, grad):
        return grad * self.mask


# %% solution="vanilla"
class VanillaDropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        if not training:
            return x * (1 - self.p)
        self.mask = torch.bernoulli(torch.full(x.shape, self.p), generator=generator).to(x.dtype)
        return x * self.mask

    def backward(self, grad):
        return grad * self.mask
