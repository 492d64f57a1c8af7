# ---
# autograder:
#   about: two mistakes in one place, which have no name together
#   expects:
#     standardize: value
#     min_max: value
#     batchnorm_forward: value
#     batchnorm_backward: value
# ---
# %% solution="standardize"
def standardize(x):
    var = x.var(0)
    return torch.where(var > 0, (x - x.mean(0)) / var, torch.zeros_like(x))


# %% solution="min_max"
def min_max(x):
    return (x.max() - x) / (x.max() - x.min())


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
            if len(x) < 2:
                raise ValueError("len(x) < 2")
            mean, var = x.mean(0), x.var(0)
            self.running_mean = self.momentum * self.running_mean + (1 - self.momentum) * mean
            self.running_var = self.momentum * self.running_var + (1 - self.momentum) * var
            self.std = var.sqrt() + self.eps
            self.x_hat = (x - mean) / self.std
            return self.gamma * self.x_hat + self.beta
        x_hat = (x - self.running_mean) / (self.running_var.sqrt() + self.eps)
        return self.gamma * x_hat + self.beta

    def backward(self, grad_out):
        return batchnorm_backward(self, grad_out)


# %% solution="batchnorm_backward"
def batchnorm_backward(layer, grad_out):
    if layer.x_hat is None:
        raise RuntimeError("no x_hat")
    dx = layer.gamma / layer.std * (grad_out - grad_out.mean(0))
    return {"x": dx, "gamma": grad_out.sum(0), "beta": (grad_out * layer.x_hat).sum(0)}
