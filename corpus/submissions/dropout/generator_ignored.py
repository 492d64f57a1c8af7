# ---
# autograder:
#   about: draws come from the global generators
#   expects:
#     dropout: generator-ignored
#     vanilla: generator-ignored
#   uses: [dropout]
# ---
# %%
import numpy as np
from torch.nn import functional as F


# %% solution="dropout"
class Dropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        self.x = x.clone().requires_grad_()
        self.y = F.dropout(self.x, p=self.p, training=training)
        return self.y.detach()

    def backward(self, grad):
        return torch.autograd.grad(self.y, self.x, grad)[0]


# %% solution="vanilla"
class VanillaDropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        if not training:
            return x * (1 - self.p)
        self.mask = torch.from_numpy(np.random.rand(*x.shape) >= self.p)
        return x * self.mask

    def backward(self, grad):
        return grad * self.mask
