# ---
# autograder:
#   about: only what is kept comes back, or all of it in one row
#   expects:
#     dropout: shape
#     vanilla: shape
# ---
# %% solution="dropout"
class Dropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        if not training:
            return x
        self.kept = torch.rand(x.shape, generator=generator) >= self.p
        return x[self.kept] / (1 - self.p)

    def backward(self, grad):
        return grad[self.kept] / (1 - self.p)


# %% solution="vanilla"
class VanillaDropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        x = x.flatten()
        if not training:
            return x * (1 - self.p)
        self.kept = torch.rand(x.shape, generator=generator) >= self.p
        return x * self.kept

    def backward(self, grad):
        return grad.flatten() * self.kept
