# ---
# autograder:
#   about: float64 inside, rounded to the dtype of x at the end
# ---
# %% solution="standardize"
def standardize(x):
    d = x.double()
    sigma = d.std(dim=0, correction=0)
    return torch.where(sigma > 1e-9, (d - d.mean(dim=0)) / sigma, 0.0).to(x.dtype)


# %% solution="min_max"
def min_max(x):
    d = x.double()
    low, high = d.amin(0), d.amax(0)
    return torch.where(high != low, (d - low) / (high - low), 0.0).type_as(x)


# %% solution="batchnorm_forward"
class BatchNorm1d:
    def __init__(self, num_features, eps, momentum):
        self.eps = eps
        self.momentum = momentum
        self.gamma = torch.ones(num_features, dtype=torch.float64)
        self.beta = torch.zeros(num_features, dtype=torch.float64)
        self.running_mean = torch.zeros(num_features, dtype=torch.float64)
        self.running_var = torch.ones(num_features, dtype=torch.float64)
        self.cache = ()

    def forward(self, x, training):
        d = x.double()
        gamma, beta, mean, var = (
            t.double() for t in (self.gamma, self.beta, self.running_mean, self.running_var)
        )
        if training:
            if len(d) < 2:
                raise ValueError("fewer than two rows")
            unbiased, batch_mean = torch.var_mean(d, dim=0)
            self.running_mean = (1 - self.momentum) * mean + self.momentum * batch_mean
            self.running_var = (1 - self.momentum) * var + self.momentum * unbiased
            mean, var = batch_mean, unbiased * (len(d) - 1) / len(d)
        hat = (d - mean) / (var + self.eps).sqrt()
        if training:
            self.cache = hat, (var + self.eps).sqrt()
        return (gamma * hat + beta).to(x.dtype)

    def backward(self, grad_out):
        return batchnorm_backward(self, grad_out)


# %% solution="batchnorm_backward"
def batchnorm_backward(layer, grad_out):
    if not layer.cache:
        raise RuntimeError("empty cache")
    hat, root = layer.cache
    g = grad_out.double()
    n = len(g)
    dgamma, dbeta = (g * hat).sum(0), g.sum(0)
    dx = layer.gamma.double() / root * (g - (dbeta + hat * dgamma) / n)
    grads = {"x": dx, "gamma": dgamma, "beta": dbeta}
    return {name: grad.to(grad_out.dtype) for name, grad in grads.items()}
