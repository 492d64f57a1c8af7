# ---
# autograder:
#   about: einsum for every sum over rows
# ---
# %%
def row_mean(a):
    return torch.einsum("nd->d", a) / a.shape[0]


def row_dot(a, b):
    return torch.einsum("nd,nd->d", a, b)


# %% solution="standardize"
def standardize(x):
    d = x - row_mean(x)
    length = row_dot(d, d).sqrt()
    return d * (len(x) ** 0.5 / length.where(length > 0, torch.ones_like(length)))


# %% solution="min_max"
def min_max(x):
    lo = torch.stack([column.min() for column in x.unbind(1)])
    hi = torch.stack([column.max() for column in x.unbind(1)])
    return (x - lo) / torch.where(hi == lo, 1, hi - lo)


# %% solution="batchnorm_forward"
class BatchNorm1d:
    def __init__(self, num_features, eps, momentum):
        self.eps, self.momentum = eps, momentum
        self.gamma = torch.ones((num_features,))
        self.beta = torch.zeros((num_features,))
        self.running_mean = torch.zeros((num_features,))
        self.running_var = torch.ones((num_features,))
        self.saved = []

    def forward(self, x, training):
        if not training:
            scale = self.gamma / torch.sqrt(self.running_var + self.eps)
            return torch.einsum("nd,d->nd", x - self.running_mean, scale) + self.beta
        n = x.shape[0]
        if n <= 1:
            raise ValueError("n must be larger than 1")
        mu = row_mean(x)
        d = x - mu
        ss = row_dot(d, d)
        self.running_mean += self.momentum * (mu - self.running_mean)
        self.running_var += self.momentum * (ss / (n - 1) - self.running_var)
        scale = (ss / n + self.eps) ** -0.5
        self.saved = [d, scale]
        return torch.einsum("nd,d,d->nd", d, scale, self.gamma) + self.beta

    def backward(self, grad_out):
        return batchnorm_backward(self, grad_out)


# %% solution="batchnorm_backward"
def batchnorm_backward(layer, grad_out):
    if not layer.saved:
        raise RuntimeError("nothing saved")
    d, scale = layer.saved
    n = len(d)
    dot = row_dot(grad_out, d)
    dx = grad_out - row_mean(grad_out) - torch.einsum("nd,d->nd", d, dot * scale**2 / n)
    return {
        "x": torch.einsum("nd,d->nd", dx, layer.gamma * scale),
        "gamma": dot * scale,
        "beta": torch.einsum("nd->d", grad_out),
    }
