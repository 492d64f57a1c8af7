# ---
# autograder:
#   about: a unit is dropped for the whole batch
#   expects:
#     dropout: mask-per-column
#     vanilla: mask-per-column
# ---
# %% solution="dropout"
class Dropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        if not training:
            return x
        self.mask = (torch.rand(x.shape[-1], generator=generator) >= self.p) / (1 - self.p)
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
        shape = x.shape[1:] if x.dim() > 1 else x.shape
        self.mask = torch.rand(shape, generator=generator) >= self.p
        return x * self.mask

    def backward(self, grad):
        return grad * self.mask
