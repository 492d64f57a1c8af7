# ---
# autograder:
#   about: right numbers in lists, in arrays, in float64 and in a tuple
#   expects:
#     standardize: wrong kind
#     min_max: dtype
#     batchnorm_forward: wrong kind
#     batchnorm_backward: wrong kind
# ---
# %%
import numpy as np


# %% solution="standardize"
def standardize(x):
    z = (x - x.mean(0)) / x.std(0, correction=0)
    return z.nan_to_num(0).tolist()


# %% solution="min_max"
def min_max(x):
    a = x.numpy().astype(np.float64)
    span = np.ptp(a, axis=0)
    return torch.as_tensor((a - a.min(0)) / np.where(span > 0, span, 1)).to(
        torch.float64 if x.dtype == torch.float32 else torch.float32
    )


# %% solution="batchnorm_forward"
class BatchNorm1d:
    def __init__(self, num_features, eps, momentum):
        self.eps, self.momentum = eps, momentum
        self.gamma, self.beta = np.ones(num_features), np.zeros(num_features)
        self.running_mean, self.running_var = np.zeros(num_features), np.ones(num_features)
        self.cache = None

    def forward(self, x, training):
        x = np.asarray(x)
        mean, var = np.asarray(self.running_mean), np.asarray(self.running_var)
        if training:
            if len(x) < 2:
                raise ValueError("len(x) < 2")
            a = self.momentum
            self.running_mean = (1 - a) * mean + a * x.mean(0)
            self.running_var = (1 - a) * var + a * x.var(0, ddof=1)
            mean, var = x.mean(0), x.var(0)
        std = np.sqrt(var + self.eps)
        hat = (x - mean) / std
        if training:
            self.cache = hat, std
        return np.asarray(self.gamma) * hat + np.asarray(self.beta)

    def backward(self, grad_out):
        return batchnorm_backward(self, grad_out)


# %% solution="batchnorm_backward"
def batchnorm_backward(layer, grad_out):
    if layer.cache is None:
        raise RuntimeError("no cache")
    hat, std = (torch.as_tensor(a) for a in layer.cache)
    n = len(hat)
    dgamma, dbeta = (grad_out * hat).sum(0), grad_out.sum(0)
    dx = torch.as_tensor(layer.gamma) / std * (grad_out - dbeta / n - hat * dgamma / n)
    return dx, dgamma, dbeta
