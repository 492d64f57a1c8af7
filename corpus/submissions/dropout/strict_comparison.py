# ---
# autograder:
#   about: kept where the draw is above p, and not where it equals p
# ---
# %% solution="dropout"
class Dropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        self.mask = torch.ones_like(x)
        if training:
            self.mask = (torch.rand(x.shape, generator=generator) > self.p).float() / (1 - self.p)
        return (x * self.mask).to(x.dtype)

    def backward(self, grad):
        return (grad * self.mask).to(grad.dtype)


# %% solution="vanilla"
class VanillaDropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        out = x.clone()
        if training:
            self.gone = torch.rand(x.shape, generator=generator) <= self.p
            out[self.gone] = 0
        else:
            out *= 1 - self.p
        return out

    def backward(self, grad):
        return grad * ~self.gone
