"""What is known to go wrong with AdaGrad, beside its step."""

from __future__ import annotations

from torch import Tensor

from autograder import mistake

from .scaled import Sums


@mistake
class NotSquared(Sums):
    """s gathers g ** 2, not the size of g."""

    def gathered(self, s: Tensor, g: Tensor) -> Tensor:
        return s + g.abs()


@mistake
class Decayed(Sums):
    """AdaGrad forgets nothing: s + g ** 2, without a decay."""

    def gathered(self, s: Tensor, g: Tensor) -> Tensor:
        return 0.9 * s + 0.1 * g**2
