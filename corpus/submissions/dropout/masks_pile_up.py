# ---
# autograder:
#   about: each call in training drops more of what the last one left
#   expects:
#     dropout: value
#     vanilla: value
# ---
# %% solution="dropout"
class Dropout:
    def __init__(self, p):
        self.p = p
        self.mask = 1.0

    def forward(self, x, training, generator):
        if not training:
            return x
        self.mask = self.mask * (torch.rand(x.shape, generator=generator) >= self.p) / (1 - self.p)
        return x * self.mask

    def backward(self, grad):
        return grad * self.mask


# %% solution="vanilla"
class VanillaDropout:
    def __init__(self, p):
        self.p = p
        self.gone = set()

    def forward(self, x, training, generator):
        if not training:
            return x * (1 - self.p)
        draws = torch.rand(x.numel(), generator=generator)
        self.gone |= set(torch.nonzero(draws < self.p).flatten().tolist())
        y = x.flatten().clone()
        y[list(self.gone)] = 0
        return y.reshape(x.shape)

    def backward(self, grad):
        g = grad.flatten().clone()
        g[list(self.gone)] = 0
        return g.reshape(grad.shape)
