# %% [markdown]
# # Initializers
#
# Where training starts decides whether it gets anywhere. You write the simplest start that works in
# a shallow network: small random weights.

# %% locked="setup"
try:
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
# float32. `torch.nn.init` has this function; here you write it.


# %% solution="normal"
def normal(n_in: int, n_out: int, std: float, generator: Generator) -> Tensor:
    """Weights of shape (n_in, n_out), drawn from N(0, std²) with `generator`."""
    ### BEGIN SOLUTION
    return std * torch.randn(n_in, n_out, generator=generator)
    ### END SOLUTION


# %% check="normal"
