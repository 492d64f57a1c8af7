# ---
# autograder:
#   about: backward uses the mask of the first call instead of the last one
#   expects:
#     dropout: gradient-fresh-mask
#     vanilla: gradient-fresh-mask
# ---
# %% solution="dropout"
class Dropout:
    def __init__(self, p):
        self.p = p
        self.masks = []

    def forward(self, x, training, generator):
        if not training:
            return x
        self.masks.append((torch.rand(x.shape, generator=generator) >= self.p) / (1 - self.p))
        return x * self.masks[-1]

    def backward(self, grad):
        return grad * self.masks[0]


# %% solution="vanilla"
class VanillaDropout:
    def __init__(self, p):
        self.p = p
        self.mask = None

    def forward(self, x, training, generator):
        if not training:
            return x * (1 - self.p)
        mask = torch.rand(x.shape, generator=generator) >= self.p
        if self.mask is None:
            self.mask = mask
        return x * mask

    def backward(self, grad):
        return grad * self.mask
