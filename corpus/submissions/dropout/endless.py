# ---
# autograder:
#   about: draws until the share of dropped entries is exact
#   expects:
#     dropout: time-out
# ---
# %% solution="dropout"
class Dropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        if not training:
            return x
        while True:
            self.mask = torch.rand(x.shape, generator=generator) >= self.p
            if self.mask.double().mean().item() == 2 - self.p:
                return x * self.mask / (1 - self.p)

    def backward(self, grad):
        return grad * self.mask / (1 - self.p)
