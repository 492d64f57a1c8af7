# ---
# autograder:
#   about: pure functions that hand the state on, and a thin class around them
# ---
# %%
from functools import partial
from typing import NamedTuple


class State(NamedTuple):
    mean: torch.Tensor
    var: torch.Tensor


def moments(x, correction):
    return State(x.mean(0), x.var(0, correction=correction))


def safe_divide(a, b):
    return torch.where(b == 0, torch.zeros_like(a), a / b)


# %% solution="standardize"
def standardize(x):
    mean, var = moments(x, 0)
    return safe_divide(x - mean, var.sqrt())


# %% solution="min_max"
def min_max(x):
    q = torch.quantile(x, torch.tensor([0.0, 1.0], dtype=x.dtype), dim=0)
    return safe_divide(x - q[0], q[1] - q[0])


# %% solution="batchnorm_forward"
def ema(a, old, new):
    return State(*((1 - a) * o + a * n for o, n in zip(old, new)))


def apply(params, eps, state, x):
    hat = (x - state.mean) / torch.sqrt(state.var + eps)
    return params[0] * hat + params[1], hat


class BatchNorm1d:
    def __init__(self, num_features, eps, momentum):
        self.eps = eps
        self.ema = partial(ema, momentum)
        self.gamma, self.beta = torch.ones(num_features), torch.zeros(num_features)
        self.running_mean, self.running_var = State(
            torch.zeros(num_features), torch.ones(num_features)
        )
        self.pullback = None

    def forward(self, x, training):
        state = State(self.running_mean, self.running_var)
        if not training:
            return apply((self.gamma, self.beta), self.eps, state, x)[0]
        if len(x) == 1:
            raise ValueError("cannot take the variance of one row")
        self.running_mean, self.running_var = self.ema(state, moments(x, 1))
        batch = moments(x, 0)
        y, hat = apply((self.gamma, self.beta), self.eps, batch, x)
        self.pullback = partial(pullback, hat, torch.sqrt(batch.var + self.eps), self.gamma)
        return y

    def backward(self, grad_out):
        return batchnorm_backward(self, grad_out)


# %% solution="batchnorm_backward"
def pullback(hat, root, gamma, g):
    def project(v):
        return v - v.mean(0) - hat * torch.mean(hat * v, dim=0)

    return {"x": project(gamma * g) / root, "gamma": (g * hat).sum(0), "beta": g.sum(0)}


def batchnorm_backward(layer, grad_out):
    if layer.pullback is None:
        raise RuntimeError("there is nothing to pull back through")
    return layer.pullback(grad_out)
