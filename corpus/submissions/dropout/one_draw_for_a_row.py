# ---
# autograder:
#   about: whole examples are dropped
#   expects:
#     dropout: mask-per-row
#     vanilla: mask-per-row
# ---
# %% solution="dropout"
class Dropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        if not training:
            return x
        self.mask = (torch.rand(x.shape[0], 1, generator=generator) >= self.p) / (1 - self.p)
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
        y = x.clone()
        self.gone = torch.rand(len(x), generator=generator) < self.p
        y[self.gone] = 0
        return y

    def backward(self, grad):
        g = grad.clone()
        g[self.gone] = 0
        return g
