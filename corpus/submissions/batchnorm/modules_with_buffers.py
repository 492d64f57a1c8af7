# ---
# autograder:
#   about: a module with parameters and buffers, in PyTorch's own style
# ---
# %%
from torch import nn


# %% solution="standardize"
class Standardize(nn.Module):
    def forward(self, x):
        mean = x.mean(dim=0, keepdim=True)
        std = x.std(dim=0, keepdim=True, unbiased=False)
        return torch.where(std == 0, torch.zeros_like(x), (x - mean) / std)


standardize = Standardize()


# %% solution="min_max"
class MinMax(nn.Module):
    def forward(self, x):
        lo, hi = x.amin(0, keepdim=True), x.amax(0, keepdim=True)
        return torch.where(hi == lo, torch.zeros_like(x), (x - lo) / (hi - lo))


min_max = MinMax()


# %% solution="batchnorm_forward"
class BatchNorm1d(nn.Module):
    def __init__(self, num_features, eps=1e-5, momentum=0.1):
        super().__init__()
        self.eps = eps
        self.momentum = momentum
        self.gamma = nn.Parameter(torch.ones(num_features))
        self.beta = nn.Parameter(torch.zeros(num_features))
        self.register_buffer("running_mean", torch.zeros(num_features))
        self.register_buffer("running_var", torch.ones(num_features))
        self.register_buffer("x_hat", None)
        self.register_buffer("std", None)

    def forward(self, x, training):
        if training:
            if x.size(0) == 1:
                raise ValueError("Expected more than 1 row when training")
            mean = x.mean(dim=0)
            var = x.var(dim=0, unbiased=False)
            with torch.no_grad():
                keep = 1 - self.momentum
                n = x.size(0)
                self.running_mean = keep * self.running_mean + self.momentum * mean
                self.running_var = keep * self.running_var + self.momentum * var * (n / (n - 1))
            self.std = (var + self.eps).sqrt()
            self.x_hat = (x - mean) / self.std
            return self.x_hat * self.gamma + self.beta
        return (x - self.running_mean) / (self.running_var + self.eps).sqrt() * self.gamma + self.beta

    def backward(self, grad_out):
        return batchnorm_backward(self, grad_out)


# %% solution="batchnorm_backward"
@torch.no_grad()
def batchnorm_backward(layer, grad_out):
    if layer.x_hat is None:
        raise RuntimeError("backward before forward")
    dgamma = (grad_out * layer.x_hat).sum(dim=0)
    dbeta = grad_out.sum(dim=0)
    n = grad_out.size(0)
    dx = (layer.gamma / (n * layer.std)) * (n * grad_out - dbeta - layer.x_hat * dgamma)
    return {"x": dx, "gamma": dgamma, "beta": dbeta}
