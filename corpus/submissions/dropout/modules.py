# ---
# autograder:
#   about: subclasses of torch.nn.Module with a buffer
# ---
# %% solution="dropout"
class Dropout(torch.nn.Module):
    def __init__(self, p):
        super().__init__()
        self.p = p
        self.register_buffer("mask", torch.ones(()))

    def forward(self, x, training, generator):
        self.train(training)
        if not self.training:
            return x
        with torch.no_grad():
            uniform = torch.empty_like(x).uniform_(generator=generator)
            self.mask = uniform.ge(self.p).type_as(x).div_(1 - self.p)
        return x * self.mask

    def backward(self, grad):
        return grad * self.mask


# %% solution="vanilla"
class VanillaDropout(torch.nn.Module):
    def __init__(self, p):
        super().__init__()
        self.p = torch.nn.Parameter(torch.tensor(float(p), dtype=torch.float64), requires_grad=False)

    def forward(self, x, training, generator):
        if not training:
            return x * (1 - self.p.to(x.dtype))
        self.mask = torch.rand(x.shape, dtype=torch.float64, generator=generator) >= self.p
        return x * self.mask

    def backward(self, grad):
        return grad * self.mask
