# ---
# autograder:
#   about: whole random numbers below 2 to the 24, compared with p of them
# ---
# %% solution="dropout"
class Dropout:
    N = 1 << 24

    def __init__(self, p):
        self.p = p
        self.limit = round(p * self.N)

    def forward(self, x, training, generator):
        if not training:
            return x.clone()
        self.on = torch.randint(self.N, x.shape, generator=generator) >= self.limit
        return (x / (1 - self.p)) * self.on

    def backward(self, grad):
        return (grad / (1 - self.p)) * self.on


# %% solution="vanilla"
class VanillaDropout:
    N = 1 << 24

    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        if training:
            numbers = torch.randint(0, self.N, tuple(x.shape), generator=generator)
            self.on = (numbers / self.N >= self.p).to(x.dtype)
            return x * self.on
        return x * (1.0 - self.p)

    def backward(self, grad):
        return grad * self.on
