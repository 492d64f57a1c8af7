# ---
# autograder:
#   about: float64 whatever came in, and float32 whatever came in
#   expects:
#     dropout: dtype
#     vanilla: dtype
# ---
# %% solution="dropout"
class Dropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        x = x.double()
        if not training:
            return x
        self.mask = (torch.rand(x.shape, generator=generator) >= self.p) / (1 - self.p)
        return x * self.mask

    def backward(self, grad):
        return grad.double() * self.mask


# %% solution="vanilla"
class VanillaDropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        if not training:
            return x.float() * (1 - self.p)
        self.mask = (torch.rand(x.shape, generator=generator) >= self.p).float()
        return x.float() * self.mask

    def backward(self, grad):
        return grad.float() * self.mask
