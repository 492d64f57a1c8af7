# ---
# autograder:
#   about: batch statistics in eval mode too
#   expects:
#     min_max: to-both-sides
#     batchnorm_forward: batch-in-eval
#     batchnorm_backward: through-x-alone
# ---
# %% solution="min_max"
def min_max(x):
    lo, hi = x.amin(0), x.amax(0)
    z = 2 * (x - lo) / (hi - lo) - 1
    return torch.where(hi > lo, z, torch.zeros_like(z))


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
            self.std = torch.sqrt(var + self.eps)
            self.x_hat = (x - mean) / self.std
            unbiased = var * n / (n - 1)
            self.running_mean = (1 - self.momentum) * self.running_mean + self.momentum * mean
            self.running_var = (1 - self.momentum) * self.running_var + self.momentum * unbiased
            return self.gamma * self.x_hat + self.beta
        mean = x.mean(0)
        var = x.var(0, correction=0)
        x_hat = (x - mean) / torch.sqrt(var + self.eps)
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
    dx = layer.gamma * grad_out / layer.std
    return {"x": dx, "gamma": dgamma, "beta": dbeta}
