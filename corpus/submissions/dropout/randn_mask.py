# ---
# autograder:
#   about: normal draws are compared with p
#   expects:
#     dropout: randn-mask
#     vanilla: randn-mask
# ---
# %% solution="dropout"
class Dropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        if not training:
            return x
        self.mask = (torch.randn(x.shape, generator=generator) > self.p) / (1 - self.p)
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
        self.mask = torch.empty_like(x).normal_(generator=generator).ge(self.p)
        return x * self.mask

    def backward(self, grad):
        return grad * self.mask
