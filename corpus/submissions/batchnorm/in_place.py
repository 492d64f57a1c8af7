# ---
# autograder:
#   about: running values are changed in place, and a copy of the batch is kept
# ---
# %% solution="standardize"
def standardize(x):
    z = x.clone()
    z -= z.mean(0)
    std = z.pow(2).mean(0).sqrt_()
    z /= std.clamp_(min=1e-12)
    return z


# %% solution="min_max"
def min_max(x):
    z = x.clone()
    z -= x.amin(0)
    z /= z.amax(0).clamp_(min=1e-12)
    return z


# %% solution="batchnorm_forward"
class BatchNorm1d:
    def __init__(self, num_features, eps, momentum):
        self.eps = eps
        self.momentum = momentum
        self.gamma = torch.ones(num_features)
        self.beta = torch.zeros(num_features)
        self.running_mean = torch.zeros(num_features)
        self.running_var = torch.ones(num_features)
        self.x = None

    def forward(self, x, training):
        if not training:
            y = x.sub(self.running_mean)
            y.div_(self.running_var.add(self.eps).sqrt_())
            return y.mul_(self.gamma).add_(self.beta)
        if x.shape[0] < 2:
            raise ValueError("too few rows")
        self.x = x.clone()
        mean = x.mean(0)
        self.running_mean.mul_(1 - self.momentum).add_(mean, alpha=self.momentum)
        self.running_var.mul_(1 - self.momentum).add_(x.var(0), alpha=self.momentum)
        y = x.sub(mean)
        y.div_(y.square().mean(0).add_(self.eps).sqrt_())
        return y.mul_(self.gamma).add_(self.beta)

    def backward(self, grad_out):
        return batchnorm_backward(self, grad_out)


# %% solution="batchnorm_backward"
def batchnorm_backward(layer, grad_out):
    if layer.x is None:
        raise RuntimeError("no x")
    x_hat = layer.x - layer.x.mean(0)
    root = x_hat.square().mean(0).add_(layer.eps).sqrt_()
    x_hat /= root
    dx = grad_out.clone()
    dx -= grad_out.mean(0)
    dx -= x_hat * (grad_out * x_hat).mean(0)
    dx *= layer.gamma
    dx /= root
    return {"x": dx, "gamma": (grad_out * x_hat).sum(0), "beta": grad_out.sum(0)}
