# ---
# autograder:
#   about: the running values are used in training too
#   expects:
#     standardize: x-changed
#     min_max: misplaced-brackets
#     batchnorm_forward: running-in-training
#     batchnorm_backward: value
# ---
# %% solution="standardize"
def standardize(x):
    x -= x.mean(0)
    std = x.pow(2).mean(0).sqrt()
    std[std == 0] = 1
    x /= std
    return x


# %% solution="min_max"
def min_max(x):
    lo, hi = x.amin(0), x.amax(0)
    span = torch.where(hi > lo, hi - lo, torch.inf)
    return x - lo / span


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
            mean = x.mean(0)
            var = ((x - mean) ** 2).mean(0)
            self.std = torch.sqrt(self.running_var + self.eps)
            self.x_hat = (x - self.running_mean) / self.std
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
