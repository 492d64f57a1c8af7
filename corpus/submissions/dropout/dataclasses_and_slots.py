# ---
# autograder:
#   about: a dataclass with a list of all masks; the last of them counts
# ---
# %%
from dataclasses import dataclass, field


# %% solution="dropout"
@dataclass
class Dropout:
    p: float
    masks: list = field(default_factory=list)

    def forward(self, x, training, generator):
        match training:
            case True:
                draws = torch.rand(x.shape, generator=generator, device=x.device)
                self.masks.append((draws >= self.p).to(x) / (1 - self.p))
                return torch.mul(x, self.masks[-1])
            case False:
                return torch.clone(x)

    def backward(self, grad):
        return torch.mul(grad, self.masks[-1])


# %% solution="vanilla"
class VanillaDropout:
    __slots__ = ("_mask", "p")

    def __init__(self, p):
        self.p = p

    @property
    def keep(self):
        return 1 - self.p

    def forward(self, x, training, generator):
        if not training:
            return x * self.keep
        self._mask = torch.rand(x.shape, generator=generator) < self.keep
        return x * self._mask

    def backward(self, grad):
        return grad * self._mask
