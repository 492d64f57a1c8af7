"""What is known to go wrong with RMSProp, beside its step."""

from __future__ import annotations

from torch import Tensor

from autograder import mistake

from .scaled import Averages


@mistake
class NotSquared(Averages):
    """s averages g ** 2, not the size of g."""

    def gathered(self, s: Tensor, g: Tensor) -> Tensor:
        return self.alpha * s + (1 - self.alpha) * g.abs()


@mistake
class AlphaSwapped(Averages):
    """alpha belongs to the old s, 1 - alpha to g ** 2."""

    def gathered(self, s: Tensor, g: Tensor) -> Tensor:
        return (1 - self.alpha) * s + self.alpha * g**2


@mistake
class WithoutDecay(Averages):
    """this is AdaGrad's sum: s has to forget, by alpha."""

    def gathered(self, s: Tensor, g: Tensor) -> Tensor:
        return s + g**2


@mistake
class Unweighted(Averages):
    """g ** 2 comes in with the weight 1 - alpha."""

    def gathered(self, s: Tensor, g: Tensor) -> Tensor:
        return self.alpha * s + g**2
