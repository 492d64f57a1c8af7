# ---
# autograder:
#   about: the lecture's form, dropped in training, all weights at test time, and no factor anywhere
#   expects:
#     dropout: no-scale
#     variance: unscaled
#     vanilla: use-all-weights
# ---
# %% solution="dropout"
class Dropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        if training:
            self.mask = (torch.rand(x.shape, generator=generator) >= self.p).float()
            return x * self.mask.to(x.dtype)
        return x

    def backward(self, grad):
        return grad * self.mask.to(grad.dtype)


# %% solution="variance"
def variance(x, p):
    return x**2 * p * (1 - p)


# %% solution="vanilla"
class VanillaDropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        if not training:
            return x
        self.kept = torch.rand(x.shape, generator=generator) >= self.p
        return torch.where(self.kept, x, torch.zeros_like(x))

    def backward(self, grad):
        return torch.where(self.kept, grad, torch.zeros_like(grad))
