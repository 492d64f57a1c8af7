"""What is known to go wrong in the forward pass."""

from __future__ import annotations

import torch
from torch import Tensor

from autograder import mistake

from ..lesson import BatchNorm1d

Pair = tuple[Tensor, Tensor]


class Variant(BatchNorm1d):
    """BatchNorm1d with a function for each part that can go wrong."""

    def refuse(self, x: Tensor) -> None:
        if len(x) < 2:
            raise ValueError("one row")

    def of_batch(self, x: Tensor) -> Pair:
        """What a batch in training is normalised with."""
        return x.mean(dim=0), x.var(dim=0, correction=0)

    def gathered(self, x: Tensor) -> Pair:
        """What goes into the running statistics."""
        # With one row torch.var would warn of what it divides by.
        return x.mean(dim=0), x.var(dim=0, correction=0) * len(x) / max(len(x) - 1, 1)

    def stored(self, x: Tensor) -> Pair:
        """What a batch in eval mode is normalised with."""
        return self.running_mean, self.running_var

    def mixed(self, old: Tensor, new: Tensor) -> Tensor:
        return (1 - self.momentum) * old + self.momentum * new

    def gather(self, x: Tensor) -> None:
        mean, var = self.gathered(x)
        self.running_mean = self.mixed(self.running_mean, mean)
        self.running_var = self.mixed(self.running_var, var)

    def normalized(self, x: Tensor, mean: Tensor, var: Tensor) -> Tensor:
        return (x - mean) / (var + self.eps).sqrt()

    def scaled(self, x_hat: Tensor) -> Tensor:
        return self.gamma * x_hat + self.beta

    def forward(self, x: Tensor, training: bool) -> Tensor:
        if training:
            self.refuse(x)
            y = self.scaled(self.normalized(x, *self.of_batch(x)))
            self.gather(x)
            return y
        return self.scaled(self.normalized(x, *self.stored(x)))


@mistake
class EpsOutsideRoot(Variant):
    """eps is added to the variance, under the root."""

    def normalized(self, x: Tensor, mean: Tensor, var: Tensor) -> Tensor:
        return (x - mean) / (var.sqrt() + self.eps)


@mistake
class NoEps(Variant):
    """without eps a constant column gives 0 / 0: add it to the variance."""

    def normalized(self, x: Tensor, mean: Tensor, var: Tensor) -> Tensor:
        return (x - mean) / var.sqrt()


@mistake
class NoEpsInEval(Variant):
    """eps is added to the running variance, too."""

    def forward(self, x: Tensor, training: bool) -> Tensor:
        if training:
            return super().forward(x, training)
        return self.scaled((x - self.running_mean) / self.running_var.sqrt())


@mistake
class MisplacedBrackets(Variant):
    """brackets: (x - mean) is divided as a whole."""

    def normalized(self, x: Tensor, mean: Tensor, var: Tensor) -> Tensor:
        return x - mean / (var + self.eps).sqrt()


@mistake
class NoSquareRoot(Variant):
    """divide by the root of variance + eps."""

    def normalized(self, x: Tensor, mean: Tensor, var: Tensor) -> Tensor:
        return (x - mean) / (var + self.eps)


@mistake
class DeviationForVariance(Variant):
    """under the root stands the variance, not its root."""

    def normalized(self, x: Tensor, mean: Tensor, var: Tensor) -> Tensor:
        return (x - mean) / (var.sqrt() + self.eps).sqrt()


@mistake
class NotCentred(Variant):
    """subtract the mean before you divide."""

    def normalized(self, x: Tensor, mean: Tensor, var: Tensor) -> Tensor:
        return x / (var + self.eps).sqrt()


@mistake
class Unbiased(Variant):
    """normalise with the biased variance: divide by N, not by N - 1."""

    def of_batch(self, x: Tensor) -> Pair:
        return x.mean(dim=0), x.var(dim=0, correction=1)


@mistake
class VariancesSwapped(Unbiased):
    """the other way round: N to normalise, N - 1 for the running variance."""

    def gathered(self, x: Tensor) -> Pair:
        return x.mean(dim=0), x.var(dim=0, correction=0)


@mistake
class WholeBatch(Variant):
    """each column has a mean and a variance: dim=0."""

    def of_batch(self, x: Tensor) -> Pair:
        return x.mean(), x.var(correction=0)

    def gathered(self, x: Tensor) -> Pair:
        return x.mean(), x.var()


@mistake
class ByRow(Variant):
    """normalise each column over the rows (dim=0), not each row by itself."""

    def of_batch(self, x: Tensor) -> Pair:
        return x.mean(dim=1, keepdim=True), x.var(dim=1, keepdim=True, correction=0)


@mistake
class RunningInTraining(Variant):
    """in training a batch is normalised with its own statistics."""

    def of_batch(self, x: Tensor) -> Pair:
        return self.running_mean, self.running_var


@mistake
class BatchInEval(Variant):
    """in eval mode use running_mean and running_var."""

    def stored(self, x: Tensor) -> Pair:
        return self.of_batch(x)


@mistake(valid_elsewhere=True)
class RunningVarBiased(Variant):
    """here running_var gathers the unbiased variance, with N - 1."""

    def gathered(self, x: Tensor) -> Pair:
        return self.of_batch(x)


@mistake
class RunningDeviation(Variant):
    """running_var gathers variances, not roots."""

    def gathered(self, x: Tensor) -> Pair:
        mean, var = super().gathered(x)
        return mean, var.sqrt()


@mistake
class DeviationThroughout(RunningDeviation):
    """running_var holds a variance; only where you divide, take the root of it plus eps."""

    # The attribute holds a deviation, and eval takes it for one.
    def stored(self, x: Tensor) -> Pair:
        return self.running_mean, self.running_var**2


@mistake
class EpsGathered(Variant):
    """running_var is without eps, which is added on use."""

    def gathered(self, x: Tensor) -> Pair:
        mean, var = super().gathered(x)
        return mean, var + self.eps


@mistake
class CorrectionInverted(Variant):
    """the biased variance times N / (N - 1) is the unbiased one."""

    def gathered(self, x: Tensor) -> Pair:
        mean, var = self.of_batch(x)
        return mean, var * (len(x) - 1) / len(x)


@mistake(valid_elsewhere=True)
class MomentumReversed(Variant):
    """here momentum is the weight of the new batch: (1 - momentum) * old + momentum * new."""

    def mixed(self, old: Tensor, new: Tensor) -> Tensor:
        return self.momentum * old + (1 - self.momentum) * new


@mistake
class MomentumFixed(Variant):
    """the weight is self.momentum, not always 0.1."""

    def mixed(self, old: Tensor, new: Tensor) -> Tensor:
        return 0.9 * old + 0.1 * new


@mistake
class Overwritten(Variant):
    """running statistics keep (1 - momentum) of the old."""

    def mixed(self, old: Tensor, new: Tensor) -> Tensor:
        return new


@mistake
class OldNotWeighted(Variant):
    """the old value is weighted with 1 - momentum."""

    def mixed(self, old: Tensor, new: Tensor) -> Tensor:
        return old + self.momentum * new


@mistake
class NeverGathered(Variant):
    """every batch in training moves both running values."""

    def gather(self, x: Tensor) -> None:
        pass


@mistake
class VarianceForgotten(Variant):
    """running_var moves too, as running_mean does."""

    def gather(self, x: Tensor) -> None:
        self.running_mean = self.mixed(self.running_mean, x.mean(dim=0))


@mistake
class FirstBatchTaken(Variant):
    """the first batch is weighted as every other: running_mean starts at 0, running_var at 1."""

    # The first batch's statistics are taken as they are.
    began = False

    def mixed(self, old: Tensor, new: Tensor) -> Tensor:
        return super().mixed(old, new) if self.began else new

    def gather(self, x: Tensor) -> None:
        super().gather(x)
        self.began = True


@mistake
class VarianceFromZero(Variant):
    """running_var starts at 1."""

    def __init__(self, num_features: int, eps: float, momentum: float) -> None:
        super().__init__(num_features, eps, momentum)
        self.running_var = torch.zeros(num_features)


@mistake
class GatheredInEval(Variant):
    """in eval mode nothing is gathered."""

    # ... and used at once.
    def forward(self, x: Tensor, training: bool) -> Tensor:
        if not training and len(x) > 1:
            self.gather(x)
        return super().forward(x, training)


@mistake
class GatheredAfterEval(Variant):
    """in eval mode nothing is gathered."""

    def forward(self, x: Tensor, training: bool) -> Tensor:
        y = super().forward(x, training)
        if not training and len(x) > 1:
            self.gather(x)
        return y


@mistake
class NotScaled(Variant):
    """the output is gamma * x_hat + beta."""

    def scaled(self, x_hat: Tensor) -> Tensor:
        return x_hat


@mistake
class NoGamma(Variant):
    """the output is gamma * x_hat + beta: gamma is missing."""

    def scaled(self, x_hat: Tensor) -> Tensor:
        return x_hat + self.beta


@mistake
class NoBeta(Variant):
    """the output is gamma * x_hat + beta: beta is missing."""

    def scaled(self, x_hat: Tensor) -> Tensor:
        return self.gamma * x_hat


@mistake
class GammaBetaSwapped(Variant):
    """gamma multiplies, beta is added."""

    def scaled(self, x_hat: Tensor) -> Tensor:
        return self.beta * x_hat + self.gamma


@mistake
class BetaScaled(Variant):
    """gamma multiplies x_hat alone; beta is added to that."""

    def scaled(self, x_hat: Tensor) -> Tensor:
        return self.gamma * (x_hat + self.beta)


@mistake
class NotScaledInEval(Variant):
    """gamma and beta are applied in eval mode too."""

    def forward(self, x: Tensor, training: bool) -> Tensor:
        if training:
            return super().forward(x, training)
        return self.normalized(x, *self.stored(x))


@mistake
class XChanged(Variant):
    """x belongs to the caller: compute with a copy."""

    def forward(self, x: Tensor, training: bool) -> Tensor:
        y = super().forward(x, training)
        x.sub_(x.mean(dim=0) if training else self.running_mean)
        return y


@mistake
class OneRowAccepted(Variant):
    """one row has no variance: in training, raise a ValueError."""

    def refuse(self, x: Tensor) -> None:
        pass


@mistake
class OneRowRaisesAnother(Variant):
    """for one row in training raise a ValueError, not another exception."""

    def refuse(self, x: Tensor) -> None:
        assert len(x) > 1
