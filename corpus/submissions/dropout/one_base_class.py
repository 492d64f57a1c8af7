# ---
# autograder:
#   about: both layers are one class that differs in two factors
# ---
# %%
class AnyDropout:
    def __init__(self, p):
        self.p = p
        self.at_training, self.at_test = self.factors(1 - p)

    def forward(self, x, training, generator):
        return (self.draw(x, generator) if training else self.at_test) * x

    def draw(self, x, generator):
        fates = torch.rand(x.shape, generator=generator, device=x.device)
        self.last = self.at_training * (fates >= self.p).to(x.dtype)
        return self.last

    def backward(self, grad):
        return self.last * grad


# %% solution="dropout"
class Dropout(AnyDropout):
    def factors(self, q):
        return 1 / q, 1


# %% solution="vanilla"
class VanillaDropout(AnyDropout):
    def factors(self, q):
        return 1, q
