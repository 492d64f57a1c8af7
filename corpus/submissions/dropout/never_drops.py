# ---
# autograder:
#   about: a condition that is never true
#   expects:
#     dropout: never-drops
#     vanilla: never-drops
# ---
# %% solution="dropout"
class Dropout:
    def __init__(self, p):
        self.p = p
        self.mask = None

    def forward(self, x, training, generator):
        if training == "train":
            self.mask = (torch.rand(x.shape, generator=generator) >= self.p) / (1 - self.p)
            return x * self.mask
        return x

    def backward(self, grad):
        return grad if self.mask is None else grad * self.mask


# %% solution="vanilla"
class VanillaDropout:
    def __init__(self, p):
        self.p = p
        self.mask = 1.0

    def forward(self, x, training, generator):
        mask = torch.rand(x.shape, generator=generator) >= self.p
        return x * self.mask if training else x * (1 - self.p)

    def backward(self, grad):
        return grad * self.mask
