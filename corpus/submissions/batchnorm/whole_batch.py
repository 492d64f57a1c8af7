# ---
# autograder:
#   about: one mean and one variance for all columns
#   expects:
#     standardize: constant-kept
#     min_max: not-moved
#     batchnorm_forward: whole-batch
#     batchnorm_backward: value
# ---
# %% solution="standardize"
def standardize(x):
    z = x.clone()
    for j in range(x.shape[1]):
        std = x[:, j].std(correction=0)
        if std > 0:
            z[:, j] = (x[:, j] - x[:, j].mean()) / std
    return z


# %% solution="min_max"
def min_max(x):
    span = x.amax(0) - x.amin(0)
    return torch.nan_to_num(x / span, posinf=0.0, neginf=0.0)


# %% solution="batchnorm_forward"
class BatchNorm1d:
    def __init__(self, num_features, eps, momentum):
        self.eps, self.momentum = eps, momentum
        self.gamma, self.running_var = torch.ones(2, num_features)
        self.beta, self.running_mean = torch.zeros(2, num_features)

    def forward(self, x, training):
        if not training:
            return self.affine((x - self.running_mean) * torch.rsqrt(self.running_var + self.eps))
        if len(x) < 2:
            raise ValueError(f"{len(x)} row")
        var, mean = torch.var_mean(x, correction=0)
        self.running_mean = torch.lerp(self.running_mean, mean, self.momentum)
        self.running_var = torch.lerp(
            self.running_var, torch.var(x), self.momentum
        )
        self.inv = torch.rsqrt(var + self.eps)
        self.xhat = (x - mean) * self.inv
        return self.affine(self.xhat)

    def affine(self, xhat):
        return torch.addcmul(self.beta, self.gamma, xhat)

    def backward(self, grad_out):
        return batchnorm_backward(self, grad_out)


# %% solution="batchnorm_backward"
def batchnorm_backward(layer, grad_out):
    try:
        xhat, inv = layer.xhat, layer.inv
    except AttributeError:
        raise RuntimeError("no forward yet") from None
    n = grad_out.size(0)
    db = torch.sum(grad_out, 0)
    dg = torch.sum(grad_out * xhat, 0)
    dx = layer.gamma * inv / n * (n * grad_out - db - xhat * dg)
    return dict(x=dx, gamma=dg, beta=db)
