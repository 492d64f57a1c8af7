# ---
# autograder:
#   about: forward is right, backward is not written
#   expects:
#     dropout: unsolved
#     variance: unsolved
#     vanilla: unsolved
#   others: unsolved
# ---
# %% solution="dropout"
class Dropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        if not training:
            return x
        self.mask = (torch.rand(x.shape, generator=generator) >= self.p) / (1 - self.p)
        return x * self.mask

    def backward(self, grad):
        raise NotImplementedError


# %% solution="vanilla"
class VanillaDropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        if not training:
            return x * (1 - self.p)
        self.mask = torch.rand(x.shape, generator=generator) >= self.p
        return x * self.mask

    def backward(self, grad):
        raise NotImplementedError()
