# ---
# autograder:
#   about: backward draws a mask of its own
#   expects:
#     dropout: gradient-fresh-mask
#     vanilla: gradient-fresh-mask
# ---
# %% solution="dropout"
class Dropout:
    def __init__(self, p):
        self.p = p

    def drop(self, t):
        mask = (torch.rand(t.shape, generator=self.generator) >= self.p) / (1 - self.p)
        return t * mask

    def forward(self, x, training, generator):
        self.generator = generator
        return self.drop(x) if training else x

    def backward(self, grad):
        return self.drop(grad)


# %% solution="vanilla"
class VanillaDropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        if not training:
            return x * (1 - self.p)
        return x * (torch.rand(x.shape, generator=generator) >= self.p)

    def backward(self, grad):
        return grad * (torch.rand_like(grad) >= self.p)
