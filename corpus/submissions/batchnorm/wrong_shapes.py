# ---
# autograder:
#   about: right numbers in other shapes
#   expects:
#     standardize: shape
#     min_max: shape
#     batchnorm_forward: shape
#     batchnorm_backward: shape
# ---
# %% solution="standardize"
def standardize(x):
    std = x.std(0, correction=0)
    return ((x - x.mean(0)) / torch.where(std > 0, std, 1)).flatten()


# %% solution="min_max"
def min_max(x):
    span = x.amax(0) - x.amin(0)
    return ((x - x.amin(0)) / torch.where(span > 0, span, 1))[None]


# %% solution="batchnorm_forward"
class BatchNorm1d:
    def __init__(self, num_features, eps, momentum):
        self.eps = eps
        self.momentum = momentum
        self.gamma = torch.ones(1, num_features)
        self.beta = torch.zeros(1, num_features)
        self.running_mean = torch.zeros(1, num_features)
        self.running_var = torch.ones(1, num_features)
        self.x_hat = None

    def forward(self, x, training):
        mean, var = self.running_mean, self.running_var
        if training:
            n = len(x)
            if n < 2:
                raise ValueError("n < 2")
            mean = x.mean(0, keepdim=True)
            var = x.var(0, keepdim=True, correction=0)
            a = self.momentum
            self.running_mean = (1 - a) * self.running_mean + a * mean
            self.running_var = (1 - a) * self.running_var + a * var * n / (n - 1)
        std = (var + self.eps).sqrt()
        x_hat = (x - mean) / std
        if training:
            self.x_hat, self.std = x_hat, std
        return self.gamma * x_hat + self.beta

    def backward(self, grad_out):
        return batchnorm_backward(self, grad_out)


# %% solution="batchnorm_backward"
def batchnorm_backward(layer, grad_out):
    if layer.x_hat is None:
        raise RuntimeError("no x_hat")
    dgamma = (grad_out * layer.x_hat).sum(0, keepdim=True)
    dbeta = grad_out.sum(0, keepdim=True)
    n = len(grad_out)
    dx = layer.gamma / layer.std * (grad_out - dbeta / n - layer.x_hat * dgamma / n)
    return {"x": dx, "gamma": dgamma, "beta": dbeta}
