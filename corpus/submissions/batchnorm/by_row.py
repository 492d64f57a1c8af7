# ---
# autograder:
#   about: each row is normalised by itself, as LayerNorm does
#   expects:
#     standardize: is-min-max
#     min_max: not-divided
#     batchnorm_forward: by-row
#     batchnorm_backward: value
# ---
# %% solution="standardize"
def standardize(x):
    lo, hi = x.amin(0), x.amax(0)
    return torch.where(hi > lo, (x - lo) / (hi - lo), torch.zeros_like(x))


# %% solution="min_max"
def min_max(x):
    return x - x.amin(dim=0)


# %% solution="batchnorm_forward"
class BatchNorm1d:
    def __init__(self, num_features, eps, momentum):
        self.eps = eps
        self.momentum = momentum
        self.gamma = torch.ones(num_features)
        self.beta = torch.zeros(num_features)
        self.running_mean = torch.zeros(num_features)
        self.running_var = torch.ones(num_features)
        self.x_hat = None

    def forward(self, x, training):
        if training:
            n = x.shape[0]
            if n == 1:
                raise ValueError("a single row has no variance")
            row_mean = x.mean(1, keepdim=True)
            row_var = x.var(1, keepdim=True, correction=0)
            self.std = torch.sqrt(row_var + self.eps)
            self.x_hat = (x - row_mean) / self.std
            mean = x.mean(0)
            var = x.var(0, correction=0)
            unbiased = var * n / (n - 1)
            self.running_mean = (1 - self.momentum) * self.running_mean + self.momentum * mean
            self.running_var = (1 - self.momentum) * self.running_var + self.momentum * unbiased
            return self.gamma * self.x_hat + self.beta
        x_hat = (x - self.running_mean) / torch.sqrt(self.running_var + self.eps)
        return self.gamma * x_hat + self.beta

    def backward(self, grad_out):
        return batchnorm_backward(self, grad_out)


# %% solution="batchnorm_backward"
def batchnorm_backward(layer, grad_out):
    if layer.x_hat is None:
        raise RuntimeError("call forward in training first")
    x_hat = layer.x_hat
    dgamma = (grad_out * x_hat).sum(0)
    dbeta = grad_out.sum(0)
    inner = grad_out - grad_out.mean(0) - x_hat * (grad_out * x_hat).mean(0)
    return {"x": layer.gamma / layer.std * inner, "gamma": dgamma, "beta": dbeta}
