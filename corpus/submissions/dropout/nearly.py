# ---
# autograder:
#   about: as many in every row, and one mask for two halves of the batch
#   expects:
#     dropout: value
#     vanilla: value
# ---
# %% solution="dropout"
class Dropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        if not training:
            return x
        order = torch.rand(x.shape, generator=generator).argsort(dim=-1).argsort(dim=-1)
        self.mask = (order >= round(self.p * x.shape[-1])) / (1 - self.p)
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
        half = (x.shape[0] + 1) // 2
        mask = torch.rand((1, *x.shape[1:]), generator=generator) >= self.p
        other = torch.rand((1, *x.shape[1:]), generator=generator) >= self.p
        self.mask = torch.cat([mask.repeat(half, *[1] * (x.dim() - 1)), other.repeat(x.shape[0] - half, *[1] * (x.dim() - 1))])
        return x * self.mask

    def backward(self, grad):
        return grad * self.mask
