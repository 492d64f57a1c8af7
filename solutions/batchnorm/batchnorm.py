# %% [markdown]
# # Batch normalization

# %% locked="setup"
try:
    import torch
    from torch import Tensor

    from autograder import check
except ModuleNotFoundError as missing:
    raise SystemExit(
        f"This notebook needs the package {missing.name!r}. In a terminal, install the .whl file "
        "that your course hands out with `pip install FILE.whl`, then restart the kernel."
    ) from None


# %% solution="standardize"
def standardize(x: Tensor) -> Tensor:
    """Each column of x with mean 0 and variance 1; a constant column becomes 0."""
    ### BEGIN SOLUTION
    deviation = x - x.mean(dim=0)
    sigma = (deviation**2).mean(dim=0).sqrt()
    # Not where sigma is 0: rounding can leave a constant column a tiny one.
    return torch.where(x.amax(dim=0) > x.amin(dim=0), deviation / sigma, 0)
    ### END SOLUTION


# %% check="standardize"


# %% solution="min_max"
def min_max(x: Tensor) -> Tensor:
    """Each column of x moved and scaled to [0, 1]; a constant column becomes 0."""
    ### BEGIN SOLUTION
    low, high = x.amin(dim=0), x.amax(dim=0)
    return torch.where(high > low, (x - low) / (high - low), 0)
    ### END SOLUTION


# %% check="min_max"


# %% solution="batchnorm_forward"
class BatchNorm1d:
    """Batch normalization of the columns of a batch (Ioffe & Szegedy, Algorithm 1).

    gamma, beta, running_mean and running_var have the shape (num_features,).
    """

    def __init__(self, num_features: int, eps: float, momentum: float) -> None:
        self.eps = eps
        self.momentum = momentum
        ### BEGIN SOLUTION
        self.gamma = torch.ones(num_features)
        self.beta = torch.zeros(num_features)
        self.running_mean = torch.zeros(num_features)
        self.running_var = torch.ones(num_features)
        self.cache: tuple[Tensor, Tensor] | None = None
        ### END SOLUTION

    def forward(self, x: Tensor, training: bool) -> Tensor:
        """The output for x, of shape (rows, num_features)."""
        ### BEGIN SOLUTION
        if not training:
            x_hat = (x - self.running_mean) / (self.running_var + self.eps).sqrt()
            return self.gamma * x_hat + self.beta
        rows = len(x)
        if rows < 2:
            raise ValueError(f"a batch of {rows} row has no variance to learn from: give two.")
        mean = x.mean(dim=0)
        var = ((x - mean) ** 2).mean(dim=0)
        kept = 1 - self.momentum
        self.running_mean = kept * self.running_mean + self.momentum * mean
        self.running_var = kept * self.running_var + self.momentum * var * rows / (rows - 1)
        sigma = (var + self.eps).sqrt()
        x_hat = (x - mean) / sigma
        self.cache = x_hat, sigma
        return self.gamma * x_hat + self.beta
        ### END SOLUTION

    def backward(self, grad_out: Tensor) -> dict[str, Tensor]:
        """The gradients of x, gamma and beta."""
        return batchnorm_backward(self, grad_out)  # you write it in section 6


# %% check="batchnorm_forward"


# %% solution="batchnorm_backward"
def batchnorm_backward(layer: BatchNorm1d, grad_out: Tensor) -> dict[str, Tensor]:
    """The gradients {"x", "gamma", "beta"} for the layer's last forward in training."""
    ### BEGIN SOLUTION
    if layer.cache is None:
        raise RuntimeError("backward needs a forward in training before it.")
    x_hat, sigma = layer.cache
    rows = len(x_hat)
    d_gamma = (grad_out * x_hat).sum(dim=0)
    d_beta = grad_out.sum(dim=0)
    centred = grad_out - d_beta / rows - x_hat * d_gamma / rows
    return {"x": layer.gamma / sigma * centred, "gamma": d_gamma, "beta": d_beta}
    ### END SOLUTION


# %% check="batchnorm_backward"
