# ---
# autograder:
#   about: arrays, tuples and tensors where something else was asked
#   expects:
#     dropout: wrong kind
#     variance: wrong kind
#     vanilla: wrong kind
# ---
# %% solution="dropout"
class Dropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        x = x.numpy()
        if not training:
            return x
        self.mask = (torch.rand(x.shape, generator=generator).numpy() >= self.p) / (1 - self.p)
        return x * self.mask

    def backward(self, grad):
        return grad.numpy() * self.mask


# %% solution="variance"
def variance(x, p):
    return torch.tensor(p / (1 - p) * x**2)


# %% solution="vanilla"
class VanillaDropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        if not training:
            return x * (1 - self.p), None
        mask = torch.rand(x.shape, generator=generator) >= self.p
        return x * mask, mask

    def backward(self, grad):
        return grad
