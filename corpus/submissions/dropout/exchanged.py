# ---
# autograder:
#   about: each class has the form that the other should have
#   expects:
#     dropout: vanilla-form
#     vanilla: inverted-form
# ---
# %% solution="dropout"
class Dropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        if training:
            self.mask = torch.rand(x.shape, generator=generator) > self.p
            return x * self.mask
        return x * (1.0 - self.p)

    def backward(self, grad):
        return grad * self.mask


# %% solution="vanilla"
class VanillaDropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        if training:
            self.mask = (torch.rand(x.shape, generator=generator) > self.p).to(x.dtype)
            return x * self.mask / (1 - self.p)
        return x.clone()

    def backward(self, grad):
        return grad * self.mask / (1 - self.p)
