# ---
# autograder:
#   about: forward works in the caller's tensor
#   expects:
#     dropout: x-changed
#     vanilla: x-changed
# ---
# %% solution="dropout"
class Dropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        if training:
            self.mask = (torch.rand(x.shape, generator=generator) >= self.p).to(x.dtype) / (1 - self.p)
            x *= self.mask
        return x

    def backward(self, grad):
        return grad * self.mask


# %% solution="vanilla"
class VanillaDropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        if not training:
            return x * (1 - self.p)
        self.gone = torch.rand(x.shape, generator=generator) < self.p
        x[self.gone] = 0
        return x

    def backward(self, grad):
        return grad * ~self.gone
