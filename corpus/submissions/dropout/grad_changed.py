# ---
# autograder:
#   about: backward works in the caller's tensor
#   expects:
#     dropout: grad-changed
#     vanilla: grad-changed
# ---
# %% solution="dropout"
class Dropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        if not training:
            return x
        self.mask = (torch.rand(x.shape, generator=generator) >= self.p).to(x.dtype) / (1 - self.p)
        return x * self.mask

    def backward(self, grad):
        return grad.mul_(self.mask)


# %% solution="vanilla"
class VanillaDropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        if not training:
            return x * (1 - self.p)
        self.gone = torch.rand(x.shape, generator=generator) < self.p
        return x.masked_fill(self.gone, 0)

    def backward(self, grad):
        grad[self.gone] = 0
        return grad
