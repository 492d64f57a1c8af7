# ---
# autograder:
#   about: at p = 0 something divides by zero or drops all
#   expects:
#     dropout: not finite
#     vanilla: value
# ---
# %% solution="dropout"
class Dropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        if not training:
            return x
        kept = torch.rand(x.shape, generator=generator) >= self.p
        self.mask = kept / (1 - self.p) * (torch.tensor(self.p) / self.p if self.p else torch.nan)
        return (x * self.mask).to(x.dtype)

    def backward(self, grad):
        return (grad * self.mask).to(grad.dtype)


# %% solution="vanilla"
class VanillaDropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        if not training:
            return x * (1 - self.p)
        self.mask = torch.rand(x.shape, generator=generator) >= (self.p or 1.0)
        return x * self.mask

    def backward(self, grad):
        return grad * self.mask
