# ---
# autograder:
#   about: two known mistakes in one class, which no name fits
#   expects:
#     dropout: value
#     vanilla: value
# ---
# %% solution="dropout"
class Dropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        self.mask = (torch.rand(x.shape, generator=generator) < self.p).float()
        return (x * self.mask).to(x.dtype)

    def backward(self, grad):
        return (grad * self.mask).to(grad.dtype)


# %% solution="vanilla"
class VanillaDropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        if not training:
            return x * self.p
        self.mask = torch.rand(x.shape[-1], generator=generator) >= self.p
        return x * self.mask

    def backward(self, grad):
        return grad
