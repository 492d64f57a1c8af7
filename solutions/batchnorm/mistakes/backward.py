"""What is known to go wrong in the backward pass."""

from __future__ import annotations

from torch import Tensor

from autograder import Mistake

from ..lesson import BatchNorm1d


class Variant(BatchNorm1d):
    """BatchNorm1d with a function for each part that can go wrong."""

    x: Tensor | None = None

    def forward(self, x: Tensor, training: bool) -> Tensor:
        self.x = x.clone() if training else self.x
        return super().forward(x, training)

    def before_any(self) -> None:
        raise RuntimeError("no forward")

    def sigma(self, x: Tensor) -> Tensor:
        return (x.var(dim=0, correction=0) + self.eps).sqrt()

    def x_hat(self, x: Tensor) -> Tensor:
        return (x - x.mean(dim=0)) / self.sigma(x)

    def d_x(self, g: Tensor, x_hat: Tensor, sigma: Tensor) -> Tensor:
        inner = g - g.mean(dim=0) - x_hat * (g * x_hat).mean(dim=0)
        return self.gamma / sigma * inner

    def d_gamma(self, g: Tensor, x: Tensor) -> Tensor:
        return (g * self.x_hat(x)).sum(dim=0)

    def d_beta(self, g: Tensor) -> Tensor:
        return g.sum(dim=0)

    def backward(self, grad_out: Tensor) -> dict[str, Tensor]:
        if self.x is None:
            self.before_any()
            return {}
        return {
            "x": self.d_x(grad_out, self.x_hat(self.x), self.sigma(self.x)),
            "gamma": self.d_gamma(grad_out, self.x),
            "beta": self.d_beta(grad_out),
        }


class Swapped(Variant):
    def backward(self, grad_out: Tensor) -> dict[str, Tensor]:
        grads = super().backward(grad_out)
        return {"x": grads["x"], "gamma": grads["beta"], "beta": grads["gamma"]}


class ThroughXAlone(Variant):
    def d_x(self, g: Tensor, x_hat: Tensor, sigma: Tensor) -> Tensor:
        return self.gamma / sigma * g


class NoMeanPath(Variant):
    def d_x(self, g: Tensor, x_hat: Tensor, sigma: Tensor) -> Tensor:
        return self.gamma / sigma * (g - x_hat * (g * x_hat).mean(dim=0))


class NoVariancePath(Variant):
    def d_x(self, g: Tensor, x_hat: Tensor, sigma: Tensor) -> Tensor:
        return self.gamma / sigma * (g - g.mean(dim=0))


class DiagonalJacobian(Variant):
    def d_x(self, g: Tensor, x_hat: Tensor, sigma: Tensor) -> Tensor:
        return self.gamma / sigma * g * (1 - 1 / len(g) - x_hat**2 / len(g))


class NoGamma(Variant):
    def d_x(self, g: Tensor, x_hat: Tensor, sigma: Tensor) -> Tensor:
        return super().d_x(g, x_hat, sigma) / self.gamma


class SumsForMeans(Variant):
    def d_x(self, g: Tensor, x_hat: Tensor, sigma: Tensor) -> Tensor:
        return self.gamma / sigma * (g - g.sum(dim=0) - x_hat * (g * x_hat).sum(dim=0))


class OneRowLess(Variant):
    def d_x(self, g: Tensor, x_hat: Tensor, sigma: Tensor) -> Tensor:
        through_variance = x_hat * (g * x_hat).sum(dim=0) / (len(g) - 1)
        return self.gamma / sigma * (g - g.mean(dim=0) - through_variance)


class VarianceSign(Variant):
    def d_x(self, g: Tensor, x_hat: Tensor, sigma: Tensor) -> Tensor:
        inner = g - g.mean(dim=0) + x_hat * (g * x_hat).mean(dim=0)
        return self.gamma / sigma * inner


class MeanSign(Variant):
    def d_x(self, g: Tensor, x_hat: Tensor, sigma: Tensor) -> Tensor:
        inner = g + g.mean(dim=0) - x_hat * (g * x_hat).mean(dim=0)
        return self.gamma / sigma * inner


class VarianceTwice(Variant):
    """The half of -1/2 (var + eps) ** (-3/2) is forgotten."""

    def d_x(self, g: Tensor, x_hat: Tensor, sigma: Tensor) -> Tensor:
        inner = g - g.mean(dim=0) - 2 * x_hat * (g * x_hat).mean(dim=0)
        return self.gamma / sigma * inner


class VarianceHalved(Variant):
    """The two of 2 (x - mean) / N is forgotten."""

    def d_x(self, g: Tensor, x_hat: Tensor, sigma: Tensor) -> Tensor:
        inner = g - g.mean(dim=0) - x_hat * (g * x_hat).mean(dim=0) / 2
        return self.gamma / sigma * inner


class VariancePower(Variant):
    """(var + eps) ** (-1/2) stands where its derivative has ** (-3/2)."""

    def d_x(self, g: Tensor, x_hat: Tensor, sigma: Tensor) -> Tensor:
        inner = g - g.mean(dim=0) - sigma**2 * x_hat * (g * x_hat).mean(dim=0)
        return self.gamma / sigma * inner


class NotDivided(Variant):
    def d_x(self, g: Tensor, x_hat: Tensor, sigma: Tensor) -> Tensor:
        return super().d_x(g, x_hat, sigma) * sigma


class DividedTwice(Variant):
    def d_x(self, g: Tensor, x_hat: Tensor, sigma: Tensor) -> Tensor:
        return super().d_x(g, x_hat, sigma) / sigma


class NoEps(Variant):
    """x_hat is right, but backward divides by a deviation without eps."""

    def d_x(self, g: Tensor, x_hat: Tensor, sigma: Tensor) -> Tensor:
        assert self.x is not None
        return super().d_x(g, x_hat, self.x.std(dim=0, correction=0))


class DividedByRunning(Variant):
    def d_x(self, g: Tensor, x_hat: Tensor, sigma: Tensor) -> Tensor:
        return super().d_x(g, x_hat, (self.running_var + self.eps).sqrt())


class Averaged(Variant):
    def d_gamma(self, g: Tensor, x: Tensor) -> Tensor:
        return super().d_gamma(g, x) / len(g)

    def d_beta(self, g: Tensor) -> Tensor:
        return g.mean(dim=0)


class GammaOfX(Variant):
    def d_gamma(self, g: Tensor, x: Tensor) -> Tensor:
        return (g * x).sum(dim=0)


class GammaOfOutput(Variant):
    def d_gamma(self, g: Tensor, x: Tensor) -> Tensor:
        return (g * (self.gamma * self.x_hat(x) + self.beta)).sum(dim=0)


class GammaWithoutX(Variant):
    def d_gamma(self, g: Tensor, x: Tensor) -> Tensor:
        return g.sum(dim=0)


class BetaTimesGamma(Variant):
    def d_beta(self, g: Tensor) -> Tensor:
        return (self.gamma * g).sum(dim=0)


class FirstBatchKept(Variant):
    def forward(self, x: Tensor, training: bool) -> Tensor:
        first = self.x
        y = super().forward(x, training)
        self.x = self.x if first is None else first
        return y


class GradientChanged(Variant):
    def backward(self, grad_out: Tensor) -> dict[str, Tensor]:
        grads = super().backward(grad_out)
        grad_out.mul_(self.gamma)
        return grads


class BatchChanged(Variant):
    def forward(self, x: Tensor, training: bool) -> Tensor:
        y = super().forward(x, training)
        x.sub_(x.mean(dim=0))
        return y


class ForwardEpsOutside(Variant):
    def sigma(self, x: Tensor) -> Tensor:
        return x.std(dim=0, correction=0) + self.eps


class ForwardUnbiased(Variant):
    def sigma(self, x: Tensor) -> Tensor:
        return (x.var(dim=0, correction=1) + self.eps).sqrt()


class ForwardNoEps(Variant):
    def sigma(self, x: Tensor) -> Tensor:
        return x.std(dim=0, correction=0)


class SilentBeforeAny(Variant):
    def before_any(self) -> None:
        pass


class RaisesAnother(Variant):
    def before_any(self) -> None:
        raise AttributeError("x_hat")


BACKWARD = [
    Mistake("gamma-beta-swapped", Swapped, "the gradients of gamma and beta are exchanged."),
    Mistake(
        "through-x-alone",
        ThroughXAlone,
        "x also moves the mean and the variance of its column: two more paths to the gradient.",
    ),
    Mistake("no-mean-path", NoMeanPath, "x also moves the mean: its path is missing."),
    Mistake("no-variance-path", NoVariancePath, "x also moves the variance: its path is missing."),
    Mistake(
        "diagonal-jacobian",
        DiagonalJacobian,
        "each row moves the output of every other row of its column, not its own alone.",
    ),
    Mistake("no-gamma", NoGamma, "gamma scales the gradient of x, too."),
    Mistake("sums-for-means", SumsForMeans, "the mean's and the variance's paths have 1 / N."),
    Mistake("one-row-less", OneRowLess, "the variance that normalises has N, not N - 1."),
    Mistake("variance-path-sign", VarianceSign, "the variance's path is subtracted."),
    Mistake("mean-path-sign", MeanSign, "the mean's path is subtracted."),
    Mistake(
        "variance-path-doubled",
        VarianceTwice,
        "the variance's path is too large by 2: the root's derivative has a factor 1/2.",
    ),
    Mistake(
        "variance-path-halved",
        VarianceHalved,
        "the variance's path is too small by 2: a square's derivative has a factor 2.",
    ),
    Mistake(
        "variance-path-power",
        VariancePower,
        "the derivative of (var + eps) ** (-1/2) has the power -3/2.",
    ),
    Mistake("not-divided", NotDivided, "the gradient of x is divided by sigma."),
    Mistake("divided-twice", DividedTwice, "the gradient of x is divided by sigma only once."),
    Mistake("no-eps", NoEps, "eps belongs to sigma in backward too."),
    Mistake(
        "divided-by-running",
        DividedByRunning,
        "in training the batch's own variance is used, in backward as in forward.",
    ),
    Mistake("averaged", Averaged, "the gradients of gamma and beta are sums over rows, not means."),
    Mistake("gamma-of-x", GammaOfX, "the gradient of gamma sums grad_out * x_hat, not * x."),
    Mistake("gamma-of-output", GammaOfOutput, "the gradient of gamma sums grad_out * x_hat."),
    Mistake("gamma-without-x-hat", GammaWithoutX, "grad_out is multiplied by x_hat for gamma."),
    Mistake("beta-times-gamma", BetaTimesGamma, "beta is added last: gamma does not reach it."),
    Mistake("first-batch-kept", FirstBatchKept, "each forward in training replaces what is kept."),
    Mistake("grad-out-changed", GradientChanged, "grad_out belongs to the caller: use a copy."),
    Mistake("x-changed", BatchChanged, "x belongs to the caller: compute with a copy."),
    Mistake("forward-eps-outside-root", ForwardEpsOutside, "in forward, eps is under the root."),
    Mistake("forward-unbiased", ForwardUnbiased, "forward normalises with N, not with N - 1."),
    Mistake("forward-no-eps", ForwardNoEps, "forward adds eps to the variance."),
    Mistake(
        "silent-before-forward",
        SilentBeforeAny,
        "before any forward in training there is nothing to go back through: raise a RuntimeError.",
    ),
    Mistake(
        "raises-another",
        RaisesAnother,
        "before any forward in training raise a RuntimeError, not another exception.",
    ),
]
