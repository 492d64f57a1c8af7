# ---
# autograder:
#   about: entries are drawn row after row, and the functions of torch do the rest
#   uses: [dropout]
# ---
# %%
def uniform(x, generator):
    if x.dim() < 2:
        return torch.rand(x.shape, generator=generator)
    return torch.stack([torch.rand(row.shape, generator=generator) for row in x])


# %% solution="dropout"
class Dropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        if not training:
            return x.clone()
        p = self.p
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(int(torch.randint(2**31, (1,), generator=generator)))
            self.mask = torch.nn.functional.dropout(torch.ones_like(x), p, training=True)
        return x * self.mask

    def backward(self, grad):
        return grad * self.mask


# %% solution="vanilla"
class VanillaDropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        if not training:
            return x * (1 - self.p)
        self.mask = torch.heaviside(
            uniform(x, generator).double() - self.p, torch.ones((), dtype=torch.float64)
        ).to(x.dtype)
        return x * self.mask

    def backward(self, grad):
        return grad * self.mask
