"""What is known to go wrong with Adam in the lecture's form."""

from __future__ import annotations

from torch import Tensor

from autograder import mistake

from ..lesson import Adam
from . import adam as papers
from .adam import LectureForm


@mistake
class BetasSwapped(LectureForm, papers.BetasSwapped):
    """beta1 belongs to m, beta2 to s."""


@mistake
class NoSquareRoot(LectureForm):
    """divide by the root of s + eps, not by s + eps."""

    def step(self, m: Tensor, s: Tensor, t: int, g: Tensor) -> Tensor:
        return m / (s + self.eps)


@mistake
class NoEps(LectureForm):
    """without eps a gradient of zero gives 0 / 0."""

    def step(self, m: Tensor, s: Tensor, t: int, g: Tensor) -> Tensor:
        return m / s.sqrt()


@mistake
class GradientForMean(LectureForm):
    """the step is made of m, not of g alone."""

    def step(self, m: Tensor, s: Tensor, t: int, g: Tensor) -> Tensor:
        return g / (s + self.eps).sqrt()


@mistake
class NotSquared(LectureForm, papers.NotSquared):
    """s averages g ** 2, not the size of g."""


@mistake
class Unweighted(LectureForm, papers.Unweighted):
    """g comes into m with the weight 1 - beta1."""


@mistake
class UnweightedSquare(LectureForm, papers.UnweightedSquare):
    """g ** 2 comes into s with the weight 1 - beta2."""


@mistake
class OldMoments(LectureForm, papers.OldMoments):
    """update m and s first, then step with the new ones."""


@mistake
class StateShared(LectureForm, papers.StateShared):
    """each name in params has an m and an s of its own."""


@mistake(valid_elsewhere=True)
class PaperForm(Adam):
    """this is the paper's form, corrected and with eps outside the root."""


@mistake(valid_elsewhere=True)
class Corrected(papers.EpsInsideRoot):
    """m and s stay as they are here: no division by 1 - beta ** t."""


@mistake(valid_elsewhere=True)
class EpsOutsideRoot(papers.NoBiasCorrection):
    """eps stands inside the root here: sqrt(s + eps)."""
