# ---
# autograder:
#   about: zeros or the same numbers come back, so that all differences are 0
#   expects:
#     dropout: value
#     variance: value
#     vanilla: never-drops
# ---
# %% solution="dropout"
class Dropout:
    def __init__(self, p):
        pass

    def forward(self, x, training, generator):
        return torch.zeros_like(x)

    def backward(self, grad):
        return torch.zeros_like(grad)


# %% solution="variance"
def variance(x, p):
    return 0.0


# %% solution="vanilla"
class VanillaDropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        return x * 1.0 if training else x * (1 - self.p)

    def backward(self, grad):
        return grad * 1.0
