# ---
# autograder:
#   about: the mean of the squares less the square of the mean, which float32 can't hold
#   expects:
#     standardize: value
#     batchnorm_forward: value
# ---
# %%
def moments(x):
    mean = x.mean(0)
    return mean, ((x**2).mean(0) - mean**2).clamp(min=0)


# %% solution="standardize"
def standardize(x):
    mean, var = moments(x)
    std = var.sqrt()
    std[std == 0] = 1
    return (x - mean) / std


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
        if not training:
            x_hat = (x - self.running_mean) / (self.running_var + self.eps).sqrt()
            return self.gamma * x_hat + self.beta
        n = len(x)
        if n < 2:
            raise ValueError("n < 2")
        mean, var = moments(x)
        self.running_mean = (1 - self.momentum) * self.running_mean + self.momentum * mean
        self.running_var = (1 - self.momentum) * self.running_var + self.momentum * var * n / (n - 1)
        std = (var + self.eps).sqrt()
        x_hat = (x - mean) / std
        self.cache = x_hat, std
        return self.gamma * x_hat + self.beta

    def backward(self, grad_out):
        return batchnorm_backward(self, grad_out)


# %% solution="batchnorm_backward"
def batchnorm_backward(layer, grad_out):
    if layer.cache is None:
        raise RuntimeError("no cache")
    x_hat, std = layer.cache
    n = len(x_hat)
    dgamma, dbeta = (grad_out * x_hat).sum(0), grad_out.sum(0)
    dx = layer.gamma / std * (grad_out - dbeta / n - x_hat * dgamma / n)
    return {"x": dx, "gamma": dgamma, "beta": dbeta}
