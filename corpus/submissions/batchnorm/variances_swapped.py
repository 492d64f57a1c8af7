# ---
# autograder:
#   about: N - 1 to normalise and N to gather
#   expects:
#     standardize: eps-added
#     min_max: by-largest-size
#     batchnorm_forward: variances-swapped
#     batchnorm_backward: forward-unbiased
# ---
# %%
import numpy as np


def array(t):
    return t.detach().numpy()


# %% solution="standardize"
def standardize(x, eps=1e-5):
    return (x - x.mean(0)) / torch.sqrt(x.var(0, correction=0) + eps)


# %% solution="min_max"
def min_max(x):
    return x / x.abs().max(dim=0).values


# %% solution="batchnorm_forward"
class BatchNorm1d:
    def __init__(self, num_features, eps, momentum):
        self.eps = eps
        self.momentum = momentum
        self.gamma = torch.ones(num_features)
        self.beta = torch.zeros(num_features)
        self.running_mean = torch.zeros(num_features)
        self.running_var = torch.ones(num_features)
        self.cache = None

    def forward(self, x, training):
        a, gamma, beta = array(x), array(self.gamma), array(self.beta)
        if training:
            if a.shape[0] < 2:
                raise ValueError("need at least two rows")
            mu = np.mean(a, axis=0)
            var = np.var(a, axis=0, ddof=1)
            m = self.momentum
            rm, rv = array(self.running_mean), array(self.running_var)
            self.running_mean = torch.from_numpy((1 - m) * rm + m * mu)
            self.running_var = torch.from_numpy((1 - m) * rv + m * np.var(a, axis=0))
            std = np.sqrt(var + self.eps)
            x_hat = (a - mu) / std
            self.cache = (x_hat, std)
        else:
            x_hat = (a - array(self.running_mean)) / np.sqrt(array(self.running_var) + self.eps)
        return torch.from_numpy(gamma * x_hat + beta)

    def backward(self, grad_out):
        return batchnorm_backward(self, grad_out)


# %% solution="batchnorm_backward"
def batchnorm_backward(layer, grad_out):
    if layer.cache is None:
        raise RuntimeError("forward first")
    x_hat, std = layer.cache
    g = array(grad_out)
    n = g.shape[0]
    dgamma = np.sum(g * x_hat, axis=0)
    dbeta = np.sum(g, axis=0)
    dx_hat = g * array(layer.gamma)
    dx = (n * dx_hat - dx_hat.sum(axis=0) - x_hat * (dx_hat * x_hat).sum(axis=0)) / (n * std)
    return {name: torch.from_numpy(d) for name, d in (("x", dx), ("gamma", dgamma), ("beta", dbeta))}
