# ---
# autograder:
#   about: backward hands the gradient on
#   expects:
#     dropout: gradient-unchanged
#     vanilla: gradient-unmasked
# ---
# %% solution="dropout"
class Dropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        if not training:
            return x
        mask = (torch.rand(x.shape, generator=generator) >= self.p) / (1 - self.p)
        return x * mask

    def backward(self, grad):
        return grad


# %% solution="vanilla"
class VanillaDropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        if not training:
            return x * (1 - self.p)
        return x * (torch.rand(x.shape, generator=generator) >= self.p)

    def backward(self, grad):
        return grad.clone()
