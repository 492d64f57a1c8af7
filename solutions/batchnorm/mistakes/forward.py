"""What is known to go wrong in the forward pass."""

from __future__ import annotations

import torch
from torch import Tensor

from autograder import Mistake

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


class EpsOutside(Variant):
    def normalized(self, x: Tensor, mean: Tensor, var: Tensor) -> Tensor:
        return (x - mean) / (var.sqrt() + self.eps)


class NoEps(Variant):
    def normalized(self, x: Tensor, mean: Tensor, var: Tensor) -> Tensor:
        return (x - mean) / var.sqrt()


class NoEpsInEval(Variant):
    def forward(self, x: Tensor, training: bool) -> Tensor:
        if training:
            return super().forward(x, training)
        return self.scaled((x - self.running_mean) / self.running_var.sqrt())


class MisplacedBrackets(Variant):
    def normalized(self, x: Tensor, mean: Tensor, var: Tensor) -> Tensor:
        return x - mean / (var + self.eps).sqrt()


class NoRoot(Variant):
    def normalized(self, x: Tensor, mean: Tensor, var: Tensor) -> Tensor:
        return (x - mean) / (var + self.eps)


class RootTwice(Variant):
    def normalized(self, x: Tensor, mean: Tensor, var: Tensor) -> Tensor:
        return (x - mean) / (var.sqrt() + self.eps).sqrt()


class NotCentred(Variant):
    def normalized(self, x: Tensor, mean: Tensor, var: Tensor) -> Tensor:
        return x / (var + self.eps).sqrt()


class Unbiased(Variant):
    def of_batch(self, x: Tensor) -> Pair:
        return x.mean(dim=0), x.var(dim=0, correction=1)


class VariancesSwapped(Unbiased):
    def gathered(self, x: Tensor) -> Pair:
        return x.mean(dim=0), x.var(dim=0, correction=0)


class WholeBatch(Variant):
    def of_batch(self, x: Tensor) -> Pair:
        return x.mean(), x.var(correction=0)

    def gathered(self, x: Tensor) -> Pair:
        return x.mean(), x.var()


class ByRow(Variant):
    def of_batch(self, x: Tensor) -> Pair:
        return x.mean(dim=1, keepdim=True), x.var(dim=1, keepdim=True, correction=0)


class RunningForBatch(Variant):
    def of_batch(self, x: Tensor) -> Pair:
        return self.running_mean, self.running_var


class BatchInEval(Variant):
    def stored(self, x: Tensor) -> Pair:
        return self.of_batch(x)


class RunningBiased(Variant):
    def gathered(self, x: Tensor) -> Pair:
        return self.of_batch(x)


class RunningDeviation(Variant):
    def gathered(self, x: Tensor) -> Pair:
        mean, var = super().gathered(x)
        return mean, var.sqrt()


class DeviationThroughout(RunningDeviation):
    """The attribute holds a deviation, and eval takes it for one."""

    def stored(self, x: Tensor) -> Pair:
        return self.running_mean, self.running_var**2


class EpsGathered(Variant):
    def gathered(self, x: Tensor) -> Pair:
        mean, var = super().gathered(x)
        return mean, var + self.eps


class CorrectionInverted(Variant):
    def gathered(self, x: Tensor) -> Pair:
        mean, var = self.of_batch(x)
        return mean, var * (len(x) - 1) / len(x)


class MomentumReversed(Variant):
    def mixed(self, old: Tensor, new: Tensor) -> Tensor:
        return self.momentum * old + (1 - self.momentum) * new


class MomentumFixed(Variant):
    def mixed(self, old: Tensor, new: Tensor) -> Tensor:
        return 0.9 * old + 0.1 * new


class Overwritten(Variant):
    def mixed(self, old: Tensor, new: Tensor) -> Tensor:
        return new


class Added(Variant):
    def mixed(self, old: Tensor, new: Tensor) -> Tensor:
        return old + self.momentum * new


class NeverGathered(Variant):
    def gather(self, x: Tensor) -> None:
        pass


class VarianceForgotten(Variant):
    def gather(self, x: Tensor) -> None:
        self.running_mean = self.mixed(self.running_mean, x.mean(dim=0))


class FirstBatchTaken(Variant):
    """The first batch's statistics are taken as they are."""

    began = False

    def mixed(self, old: Tensor, new: Tensor) -> Tensor:
        return super().mixed(old, new) if self.began else new

    def gather(self, x: Tensor) -> None:
        super().gather(x)
        self.began = True


class VarianceFromZero(Variant):
    def __init__(self, num_features: int, eps: float, momentum: float) -> None:
        super().__init__(num_features, eps, momentum)
        self.running_var = torch.zeros(num_features)


class GatheredInEval(Variant):
    """... and used at once."""

    def forward(self, x: Tensor, training: bool) -> Tensor:
        if not training and len(x) > 1:
            self.gather(x)
        return super().forward(x, training)


class GatheredAfterEval(Variant):
    def forward(self, x: Tensor, training: bool) -> Tensor:
        y = super().forward(x, training)
        if not training and len(x) > 1:
            self.gather(x)
        return y


class NotScaled(Variant):
    def scaled(self, x_hat: Tensor) -> Tensor:
        return x_hat


class NoGamma(Variant):
    def scaled(self, x_hat: Tensor) -> Tensor:
        return x_hat + self.beta


class NoBeta(Variant):
    def scaled(self, x_hat: Tensor) -> Tensor:
        return self.gamma * x_hat


class GammaBetaSwapped(Variant):
    def scaled(self, x_hat: Tensor) -> Tensor:
        return self.beta * x_hat + self.gamma


class BetaScaled(Variant):
    def scaled(self, x_hat: Tensor) -> Tensor:
        return self.gamma * (x_hat + self.beta)


class NotScaledInEval(Variant):
    def forward(self, x: Tensor, training: bool) -> Tensor:
        if training:
            return super().forward(x, training)
        return self.normalized(x, *self.stored(x))


class BatchChanged(Variant):
    def forward(self, x: Tensor, training: bool) -> Tensor:
        y = super().forward(x, training)
        x.sub_(x.mean(dim=0) if training else self.running_mean)
        return y


class OneRowAccepted(Variant):
    def refuse(self, x: Tensor) -> None:
        pass


class OneRowAsserted(Variant):
    def refuse(self, x: Tensor) -> None:
        assert len(x) > 1


FORWARD = [
    Mistake("eps-outside-root", EpsOutside, "eps is added to the variance, under the root."),
    Mistake("no-eps", NoEps, "without eps a constant column gives 0 / 0: add it to the variance."),
    Mistake("no-eps-in-eval", NoEpsInEval, "eps is added to the running variance, too."),
    Mistake("misplaced-brackets", MisplacedBrackets, "brackets: (x - mean) is divided as a whole."),
    Mistake("no-square-root", NoRoot, "divide by the root of variance + eps."),
    Mistake(
        "deviation-for-variance", RootTwice, "under the root stands the variance, not its root."
    ),
    Mistake("not-centred", NotCentred, "subtract the mean before you divide."),
    Mistake("unbiased", Unbiased, "normalise with the biased variance: divide by N, not by N - 1."),
    Mistake(
        "variances-swapped",
        VariancesSwapped,
        "the other way round: N to normalise, N - 1 for the running variance.",
    ),
    Mistake("whole-batch", WholeBatch, "each column has a mean and a variance: dim=0."),
    Mistake(
        "by-row", ByRow, "normalise each column over the rows (dim=0), not each row by itself."
    ),
    Mistake(
        "running-in-training",
        RunningForBatch,
        "in training a batch is normalised with its own statistics.",
    ),
    Mistake("batch-in-eval", BatchInEval, "in eval mode use running_mean and running_var."),
    Mistake(
        "running-var-biased",
        RunningBiased,
        "here running_var gathers the unbiased variance, with N - 1.",
        valid_elsewhere=True,
    ),
    Mistake("running-deviation", RunningDeviation, "running_var gathers variances, not roots."),
    Mistake(
        "deviation-throughout",
        DeviationThroughout,
        "running_var holds a variance; only where you divide, take the root of it plus eps.",
    ),
    Mistake("eps-gathered", EpsGathered, "running_var is without eps, which is added on use."),
    Mistake(
        "correction-inverted",
        CorrectionInverted,
        "the biased variance times N / (N - 1) is the unbiased one.",
    ),
    Mistake(
        "momentum-reversed",
        MomentumReversed,
        "here momentum is the weight of the new batch: (1 - momentum) * old + momentum * new.",
        valid_elsewhere=True,
    ),
    Mistake("momentum-fixed", MomentumFixed, "the weight is self.momentum, not always 0.1."),
    Mistake("overwritten", Overwritten, "running statistics keep (1 - momentum) of the old."),
    Mistake("old-not-weighted", Added, "the old value is weighted with 1 - momentum."),
    Mistake("never-gathered", NeverGathered, "every batch in training moves both running values."),
    Mistake(
        "variance-forgotten", VarianceForgotten, "running_var moves too, as running_mean does."
    ),
    Mistake(
        "first-batch-taken",
        FirstBatchTaken,
        "the first batch is weighted as every other: running_mean starts at 0, running_var at 1.",
    ),
    Mistake("variance-from-zero", VarianceFromZero, "running_var starts at 1."),
    Mistake("gathered-in-eval", GatheredInEval, "in eval mode nothing is gathered."),
    Mistake("gathered-after-eval", GatheredAfterEval, "in eval mode nothing is gathered."),
    Mistake("not-scaled", NotScaled, "the output is gamma * x_hat + beta."),
    Mistake("no-gamma", NoGamma, "the output is gamma * x_hat + beta: gamma is missing."),
    Mistake("no-beta", NoBeta, "the output is gamma * x_hat + beta: beta is missing."),
    Mistake("gamma-beta-swapped", GammaBetaSwapped, "gamma multiplies, beta is added."),
    Mistake("beta-scaled", BetaScaled, "gamma multiplies x_hat alone; beta is added to that."),
    Mistake("not-scaled-in-eval", NotScaledInEval, "gamma and beta are applied in eval mode too."),
    Mistake("x-changed", BatchChanged, "x belongs to the caller: compute with a copy."),
    Mistake(
        "one-row-accepted",
        OneRowAccepted,
        "one row has no variance: in training, raise a ValueError.",
    ),
    Mistake(
        "one-row-raises-another",
        OneRowAsserted,
        "for one row in training raise a ValueError, not another exception.",
    ),
]
