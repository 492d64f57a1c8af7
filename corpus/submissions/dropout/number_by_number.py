# ---
# autograder:
#   about: lists of Python numbers, one entry after the other
# ---
# %% solution="dropout"
class Dropout:
    def __init__(self, p):
        self.p = p
        self.factors = []

    def forward(self, x, training, generator):
        if not training:
            return x.clone()
        draws = torch.rand(x.numel(), generator=generator, dtype=torch.float64).tolist()
        self.factors = []
        for u in draws:
            if u < self.p:
                self.factors.append(0.0)
            else:
                self.factors.append(1.0 / (1.0 - self.p))
        return self.times(x)

    def times(self, t):
        values = [v * f for v, f in zip(t.flatten().tolist(), self.factors)]
        return torch.tensor(values, dtype=t.dtype).view(t.shape)

    def backward(self, grad):
        return self.times(grad)


# %% solution="variance"
def variance(x, p):
    mean = 0
    square = 0
    for chance, value in ((p, 0), (1 - p, x / (1 - p))):
        mean += chance * value
        square += chance * value**2
    return square - mean**2


# %% solution="vanilla"
class VanillaDropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        values = x.reshape(-1).tolist()
        if training:
            self.keep = [u >= self.p for u in torch.rand(len(values), generator=generator).tolist()]
            values = [v if k else 0.0 for v, k in zip(values, self.keep)]
        else:
            values = [v * (1 - self.p) for v in values]
        return torch.tensor(values, dtype=x.dtype).reshape(x.shape)

    def backward(self, grad):
        values = [g if k else 0.0 for g, k in zip(grad.reshape(-1).tolist(), self.keep)]
        return torch.tensor(values, dtype=grad.dtype).reshape(grad.shape)
