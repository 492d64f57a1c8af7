# ---
# autograder:
#   about: torch.bernoulli draws what is kept
# ---
# %% solution="dropout"
class Dropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        if not training:
            return x.clone()
        self.keep = torch.bernoulli(torch.full_like(x, 1 - self.p), generator=generator)
        return self.keep * x / (1 - self.p)

    def backward(self, grad):
        return self.keep * grad / (1 - self.p)


# %% solution="vanilla"
class VanillaDropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        if not training:
            return (1 - self.p) * x
        self.keep = torch.empty_like(x).bernoulli_(1 - self.p, generator=generator)
        return self.keep * x

    def backward(self, grad):
        return self.keep * grad
