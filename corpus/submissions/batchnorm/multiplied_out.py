# ---
# autograder:
#   about: multiplied out to x · scale + shift, in both modes
# ---
# %% solution="standardize"
def standardize(x):
    mean, sigma = x.mean(0), x.std(0, correction=0)
    scale = torch.where(sigma > 0, 1 / sigma, torch.zeros_like(sigma))
    return x * scale - mean * scale


# %% solution="min_max"
def min_max(x):
    low, high = x.amin(0), x.amax(0)
    scale = torch.where(high > low, 1 / (high - low), torch.zeros_like(low))
    return x * scale - low * scale


# %% solution="batchnorm_forward"
class BatchNorm1d:
    def __init__(self, num_features, eps, momentum):
        self.eps = eps
        self.momentum = momentum
        self.gamma = torch.ones(num_features)
        self.beta = torch.zeros(num_features)
        self.running_mean = torch.zeros(num_features)
        self.running_var = torch.ones(num_features)
        self.kept = None

    def forward(self, x, training):
        if training:
            rows = x.shape[0]
            if rows < 2:
                raise ValueError("one row only")
            mean, var = x.mean(0), x.var(0, correction=0)
            m = self.momentum
            self.running_mean = (1 - m) * self.running_mean + m * mean
            self.running_var = (1 - m) * self.running_var + m * rows / (rows - 1) * var
            self.kept = x.clone(), mean, (var + self.eps).sqrt()
        else:
            mean, var = self.running_mean, self.running_var
        scale = self.gamma / (var + self.eps).sqrt()
        return x * scale + (self.beta - mean * scale)

    def backward(self, grad_out):
        return batchnorm_backward(self, grad_out)


# %% solution="batchnorm_backward"
def batchnorm_backward(layer, grad_out):
    if layer.kept is None:
        raise RuntimeError("nothing kept")
    x, mean, root = layer.kept
    x_hat = (x - mean) / root
    dgamma = (grad_out * x_hat).sum(0)
    dbeta = grad_out.sum(0)
    a = layer.gamma / root
    b = a * dgamma / len(x)
    c = a * dbeta / len(x)
    return {"x": a * grad_out - b * x_hat - c, "gamma": dgamma, "beta": dbeta}
