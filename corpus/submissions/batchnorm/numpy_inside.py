# ---
# autograder:
#   about: NumPy arrays inside, tensors in and out
# ---
# %%
import numpy as np


def array(t):
    return t.detach().numpy()


# %% solution="standardize"
def standardize(x):
    a = array(x)
    std = a.std(axis=0)
    centred = a - a.mean(axis=0)
    z = np.divide(centred, std, out=np.zeros_like(a), where=std > 0)
    return torch.from_numpy(z)


# %% solution="min_max"
def min_max(x):
    a = array(x)
    spread = np.ptp(a, axis=0)
    z = (a - a.min(axis=0)) / np.where(spread == 0, 1, spread).astype(a.dtype)
    return torch.from_numpy(z)


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
            var = np.var(a, axis=0)
            m = self.momentum
            rm, rv = array(self.running_mean), array(self.running_var)
            self.running_mean = torch.from_numpy((1 - m) * rm + m * mu)
            self.running_var = torch.from_numpy((1 - m) * rv + m * np.var(a, axis=0, ddof=1))
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
