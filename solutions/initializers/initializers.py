# %% [markdown]
# # Initializers
#
# Where training starts decides whether it gets anywhere. You write the simplest start that works in
# a shallow network: small random weights.

# %% locked="setup"
try:
    from math import sqrt

    import torch
    from torch import Generator, Tensor

    from autograder import check
except ModuleNotFoundError as missing:
    raise SystemExit(
        f"This notebook needs the package {missing.name!r}. In a terminal, install the .whl file "
        "that your course hands out with `pip install FILE.whl`, then restart the kernel."
    ) from None

# %% [markdown]
# ## Normal weights
#
# Every weight is drawn on its own from a normal distribution with mean 0 and standard deviation
# $\sigma$:
#
# $$W_{ij} \sim N(0, \sigma^2), \qquad W \text{ of shape } (n_\text{in}, n_\text{out})$$
#
# **Convention.** `std` is $\sigma$, not $\sigma^2$. All randomness comes from `generator`: the same
# seed gives the same weights, and a second call goes on where the first one stopped. The dtype is
# float32.


# %% solution="zeros"
def zeros(n_in: int, n_out: int) -> Tensor:
    """Weights of shape (n_in, n_out), all of them 0."""
    ### BEGIN SOLUTION
    return torch.zeros(n_in, n_out)
    ### END SOLUTION


# %% check="zeros"


# %% solution="normal"
def normal(n_in: int, n_out: int, std: float, generator: Generator) -> Tensor:
    """Weights of shape (n_in, n_out), drawn from N(0, std²) with `generator`."""
    ### BEGIN SOLUTION
    return torch.randn(n_in, n_out, generator=generator) * std
    ### END SOLUTION


# %% check="normal"


# %% solution="xavier_normal"
def xavier_normal(n_in: int, n_out: int, generator: Generator) -> Tensor:
    """Weights of shape (n_in, n_out), drawn from N(0, 2 / (n_in + n_out))."""
    ### BEGIN SOLUTION
    std = sqrt(2 / (n_in + n_out))
    return torch.randn(n_in, n_out, generator=generator) * std
    ### END SOLUTION


# %% check="xavier_normal"


# %% solution="xavier_uniform"
def xavier_uniform(n_in: int, n_out: int, generator: Generator) -> Tensor:
    """Weights of shape (n_in, n_out), uniform, with mean 0 and variance 2 / (n_in + n_out)."""
    ### BEGIN SOLUTION
    bound = sqrt(6 / (n_in + n_out))
    return (2 * torch.rand(n_in, n_out, generator=generator) - 1) * bound
    ### END SOLUTION


# %% check="xavier_uniform"


# %% solution="he_normal"
def he_normal(n_in: int, n_out: int, generator: Generator, mode: str) -> Tensor:
    """Weights of shape (n_in, n_out), drawn from N(0, 2 / fan) with the fan that `mode` names."""
    if mode not in ("fan_in", "fan_avg"):
        raise ValueError(f"mode is {mode!r}; it is 'fan_in' or 'fan_avg'.")
    ### BEGIN SOLUTION
    fan = n_in if mode == "fan_in" else (n_in + n_out) / 2
    return torch.randn(n_in, n_out, generator=generator) * sqrt(2 / fan)
    ### END SOLUTION


# %% check="he_normal"
