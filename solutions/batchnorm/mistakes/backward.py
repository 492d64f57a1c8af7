"""What is known to go wrong in the backward pass."""

from __future__ import annotations

from torch import Tensor

from autograder import mistake

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


@mistake
class GammaBetaSwapped(Variant):
    """the gradients of gamma and beta are exchanged."""

    def backward(self, grad_out: Tensor) -> dict[str, Tensor]:
        grads = super().backward(grad_out)
        return {"x": grads["x"], "gamma": grads["beta"], "beta": grads["gamma"]}


@mistake
class ThroughXAlone(Variant):
    """x also moves the mean and the variance of its column: two more paths to the gradient."""

    def d_x(self, g: Tensor, x_hat: Tensor, sigma: Tensor) -> Tensor:
        return self.gamma / sigma * g


@mistake
class NoMeanPath(Variant):
    """x also moves the mean: its path is missing."""

    def d_x(self, g: Tensor, x_hat: Tensor, sigma: Tensor) -> Tensor:
        return self.gamma / sigma * (g - x_hat * (g * x_hat).mean(dim=0))


@mistake
class NoVariancePath(Variant):
    """x also moves the variance: its path is missing."""

    def d_x(self, g: Tensor, x_hat: Tensor, sigma: Tensor) -> Tensor:
        return self.gamma / sigma * (g - g.mean(dim=0))


@mistake
class DiagonalJacobian(Variant):
    """each row moves the output of every other row of its column, not its own alone."""

    def d_x(self, g: Tensor, x_hat: Tensor, sigma: Tensor) -> Tensor:
        return self.gamma / sigma * g * (1 - 1 / len(g) - x_hat**2 / len(g))


@mistake
class NoGamma(Variant):
    """gamma scales the gradient of x, too."""

    def d_x(self, g: Tensor, x_hat: Tensor, sigma: Tensor) -> Tensor:
        return super().d_x(g, x_hat, sigma) / self.gamma


@mistake
class SumsForMeans(Variant):
    """the mean's and the variance's paths have 1 / N."""

    def d_x(self, g: Tensor, x_hat: Tensor, sigma: Tensor) -> Tensor:
        return self.gamma / sigma * (g - g.sum(dim=0) - x_hat * (g * x_hat).sum(dim=0))


@mistake
class OneRowLess(Variant):
    """the variance that normalises has N, not N - 1."""

    def d_x(self, g: Tensor, x_hat: Tensor, sigma: Tensor) -> Tensor:
        through_variance = x_hat * (g * x_hat).sum(dim=0) / (len(g) - 1)
        return self.gamma / sigma * (g - g.mean(dim=0) - through_variance)


@mistake
class VariancePathSign(Variant):
    """the variance's path is subtracted."""

    def d_x(self, g: Tensor, x_hat: Tensor, sigma: Tensor) -> Tensor:
        inner = g - g.mean(dim=0) + x_hat * (g * x_hat).mean(dim=0)
        return self.gamma / sigma * inner


@mistake
class MeanPathSign(Variant):
    """the mean's path is subtracted."""

    def d_x(self, g: Tensor, x_hat: Tensor, sigma: Tensor) -> Tensor:
        inner = g + g.mean(dim=0) - x_hat * (g * x_hat).mean(dim=0)
        return self.gamma / sigma * inner


@mistake
class VariancePathDoubled(Variant):
    """the variance's path is too large by 2: the root's derivative has a factor 1/2."""

    # The half of -1/2 (var + eps) ** (-3/2) is forgotten.
    def d_x(self, g: Tensor, x_hat: Tensor, sigma: Tensor) -> Tensor:
        inner = g - g.mean(dim=0) - 2 * x_hat * (g * x_hat).mean(dim=0)
        return self.gamma / sigma * inner


@mistake
class VariancePathHalved(Variant):
    """the variance's path is too small by 2: a square's derivative has a factor 2."""

    # The two of 2 (x - mean) / N is forgotten.
    def d_x(self, g: Tensor, x_hat: Tensor, sigma: Tensor) -> Tensor:
        inner = g - g.mean(dim=0) - x_hat * (g * x_hat).mean(dim=0) / 2
        return self.gamma / sigma * inner


@mistake
class VariancePathPower(Variant):
    """the derivative of (var + eps) ** (-1/2) has the power -3/2."""

    # (var + eps) ** (-1/2) stands where its derivative has ** (-3/2).
    def d_x(self, g: Tensor, x_hat: Tensor, sigma: Tensor) -> Tensor:
        inner = g - g.mean(dim=0) - sigma**2 * x_hat * (g * x_hat).mean(dim=0)
        return self.gamma / sigma * inner


@mistake
class NotDivided(Variant):
    """the gradient of x is divided by sigma."""

    def d_x(self, g: Tensor, x_hat: Tensor, sigma: Tensor) -> Tensor:
        return super().d_x(g, x_hat, sigma) * sigma


@mistake
class DividedTwice(Variant):
    """the gradient of x is divided by sigma only once."""

    def d_x(self, g: Tensor, x_hat: Tensor, sigma: Tensor) -> Tensor:
        return super().d_x(g, x_hat, sigma) / sigma


@mistake
class NoEps(Variant):
    """eps belongs to sigma in backward too."""

    # x_hat is right, but backward divides by a deviation without eps.
    def d_x(self, g: Tensor, x_hat: Tensor, sigma: Tensor) -> Tensor:
        assert self.x is not None
        return super().d_x(g, x_hat, self.x.std(dim=0, correction=0))


@mistake
class DividedByRunning(Variant):
    """in training the batch's own variance is used, in backward as in forward."""

    def d_x(self, g: Tensor, x_hat: Tensor, sigma: Tensor) -> Tensor:
        return super().d_x(g, x_hat, (self.running_var + self.eps).sqrt())


@mistake
class Averaged(Variant):
    """the gradients of gamma and beta are sums over rows, not means."""

    def d_gamma(self, g: Tensor, x: Tensor) -> Tensor:
        return super().d_gamma(g, x) / len(g)

    def d_beta(self, g: Tensor) -> Tensor:
        return g.mean(dim=0)


@mistake
class GammaOfX(Variant):
    """the gradient of gamma sums grad_out * x_hat, not * x."""

    def d_gamma(self, g: Tensor, x: Tensor) -> Tensor:
        return (g * x).sum(dim=0)


@mistake
class GammaOfOutput(Variant):
    """the gradient of gamma sums grad_out * x_hat."""

    def d_gamma(self, g: Tensor, x: Tensor) -> Tensor:
        return (g * (self.gamma * self.x_hat(x) + self.beta)).sum(dim=0)


@mistake
class GammaWithoutXHat(Variant):
    """grad_out is multiplied by x_hat for gamma."""

    def d_gamma(self, g: Tensor, x: Tensor) -> Tensor:
        return g.sum(dim=0)


@mistake
class BetaTimesGamma(Variant):
    """beta is added last: gamma does not reach it."""

    def d_beta(self, g: Tensor) -> Tensor:
        return (self.gamma * g).sum(dim=0)


@mistake
class FirstBatchKept(Variant):
    """each forward in training replaces what is kept."""

    def forward(self, x: Tensor, training: bool) -> Tensor:
        first = self.x
        y = super().forward(x, training)
        self.x = self.x if first is None else first
        return y


@mistake
class GradOutChanged(Variant):
    """grad_out belongs to the caller: use a copy."""

    def backward(self, grad_out: Tensor) -> dict[str, Tensor]:
        grads = super().backward(grad_out)
        grad_out.mul_(self.gamma)
        return grads


@mistake
class XChanged(Variant):
    """x belongs to the caller: compute with a copy."""

    def forward(self, x: Tensor, training: bool) -> Tensor:
        y = super().forward(x, training)
        x.sub_(x.mean(dim=0))
        return y


@mistake
class ForwardEpsOutsideRoot(Variant):
    """in forward, eps is under the root."""

    def sigma(self, x: Tensor) -> Tensor:
        return x.std(dim=0, correction=0) + self.eps


@mistake
class ForwardUnbiased(Variant):
    """forward normalises with N, not with N - 1."""

    def sigma(self, x: Tensor) -> Tensor:
        return (x.var(dim=0, correction=1) + self.eps).sqrt()


@mistake
class ForwardNoEps(Variant):
    """forward adds eps to the variance."""

    def sigma(self, x: Tensor) -> Tensor:
        return x.std(dim=0, correction=0)


@mistake
class SilentBeforeForward(Variant):
    """before any forward in training there is nothing to go back through: raise a RuntimeError."""

    def before_any(self) -> None:
        pass


@mistake
class RaisesAnother(Variant):
    """before any forward in training raise a RuntimeError, not another exception."""

    def before_any(self) -> None:
        raise AttributeError("x_hat")
