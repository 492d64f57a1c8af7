# ---
# autograder:
#   about: indices of what is kept, written into a tensor of zeros
# ---
# %% solution="dropout"
class Dropout:
    def __init__(self, p):
        self.p = p
        self.places = None

    def forward(self, x, training, generator):
        if not training:
            return x.detach().clone()
        draws = torch.rand(x.numel(), generator=generator)
        self.places = torch.nonzero(draws >= self.p).flatten()
        return self.spread(x)

    def spread(self, tensor):
        out = torch.zeros(tensor.numel(), dtype=tensor.dtype)
        out[self.places] = tensor.flatten()[self.places] / (1 - self.p)
        return out.reshape(tensor.shape)

    def backward(self, grad):
        return self.spread(grad)


# %% solution="vanilla"
class VanillaDropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        if not training:
            return x - self.p * x
        self.off = torch.nonzero(torch.rand(x.shape, generator=generator) < self.p, as_tuple=True)
        y = x.clone()
        y[self.off] = 0.0
        return y

    def backward(self, grad):
        g = grad.clone()
        g[self.off] = 0.0
        return g
