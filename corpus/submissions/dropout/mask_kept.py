# ---
# autograder:
#   about: the mask is drawn at the first call, and used ever after
#   expects:
#     dropout: mask-kept
#     vanilla: mask-kept
# ---
# %% solution="dropout"
class Dropout:
    def __init__(self, p):
        self.p = p
        self.mask = None

    def forward(self, x, training, generator):
        if not training:
            return x
        if self.mask is None:
            self.mask = (torch.rand(x.shape, generator=generator) >= self.p) / (1 - self.p)
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
        if not hasattr(self, "masks"):
            self.masks = {}
        if x.shape not in self.masks:
            self.masks[x.shape] = torch.rand(x.shape, generator=generator) >= self.p
        return x * self.masks[x.shape]

    def backward(self, grad):
        return grad * self.masks[grad.shape]
