# %% [markdown]
# # Dropout

# %% locked="setup"
import torch
from torch import Generator, Tensor

from autograder import check


# %% solution="dropout"
class Dropout:
    """Inverted dropout: each entry is dropped with probability p, the others grow."""

    def __init__(self, p: float) -> None:
        self.p = p

    def forward(self, x: Tensor, training: bool, generator: Generator) -> Tensor:
        """A new tensor: in training x with entries dropped and the others scaled, else x."""
        ### BEGIN SOLUTION
        if not training:
            return x.clone()
        kept = torch.rand(x.shape, generator=generator, device=x.device) >= self.p
        self.mask = kept.to(x.dtype) / (1 - self.p)
        return x * self.mask
        ### END SOLUTION

    def backward(self, grad: Tensor) -> Tensor:
        """The gradient of x, for the mask of the last forward in training."""
        ### BEGIN SOLUTION
        return grad * self.mask
        ### END SOLUTION


# %% check="dropout"


# %% solution="variance"
def variance(x: float, p: float) -> float:
    """The variance of what becomes of an entry x in training."""
    ### BEGIN SOLUTION
    return p / (1 - p) * x**2
    ### END SOLUTION


# %% check="variance"


# %% solution="vanilla"
class VanillaDropout:
    """Dropout as in 2012: training drops, the test call multiplies by 1 - p."""

    def __init__(self, p: float) -> None:
        self.p = p

    def forward(self, x: Tensor, training: bool, generator: Generator) -> Tensor:
        """A new tensor: in training x with entries dropped, else all of x times 1 - p."""
        ### BEGIN SOLUTION
        if not training:
            return x * (1 - self.p)
        self.mask = torch.rand(x.shape, generator=generator, device=x.device) >= self.p
        return x * self.mask
        ### END SOLUTION

    def backward(self, grad: Tensor) -> Tensor:
        """The gradient of x, for the mask of the last forward in training."""
        ### BEGIN SOLUTION
        return grad * self.mask
        ### END SOLUTION


# %% check="vanilla"
