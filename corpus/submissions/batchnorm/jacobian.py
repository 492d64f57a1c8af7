# ---
# autograder:
#   about: the whole Jacobian of every column, and a product with it
# ---
# %% solution="standardize"
def standardize(x):
    n = len(x)
    centring = torch.eye(n, dtype=x.dtype) - 1 / n
    d = centring @ x
    norms = torch.linalg.vector_norm(d, dim=0)
    constant = (x == x[0]).all(dim=0)
    return torch.where(constant, 0.0, d / norms * n**0.5)


# %% solution="min_max"
def min_max(x):
    y = x - x.amin(0)
    return y / y.amax(0).clamp(min=torch.finfo(x.dtype).tiny)


# %% solution="batchnorm_forward"
class BatchNorm1d:
    def __init__(self, num_features, eps, momentum):
        self.eps, self.momentum = eps, momentum
        self.gamma = torch.full((num_features,), 1.0)
        self.beta = torch.full((num_features,), 0.0)
        self.running_mean = torch.full((num_features,), 0.0)
        self.running_var = torch.full((num_features,), 1.0)
        self.last = None

    def statistics(self, x):
        return x.mean(0), torch.linalg.vector_norm(x - x.mean(0), dim=0) ** 2

    def forward(self, x, training):
        n = len(x)
        if training and n == 1:
            raise ValueError("one row")
        if training:
            mean, squares = self.statistics(x)
            for name, new in (("running_mean", mean), ("running_var", squares / (n - 1))):
                old = getattr(self, name)
                setattr(self, name, old + self.momentum * (new - old))
            var = squares / n
        else:
            mean, var = self.running_mean, self.running_var
        x_hat = torch.div(x - mean, torch.sqrt(var + self.eps))
        if training:
            self.last = x_hat, var
        return x_hat * self.gamma + self.beta

    def backward(self, grad_out):
        return batchnorm_backward(self, grad_out)


# %% solution="batchnorm_backward"
def batchnorm_backward(layer, grad_out):
    if layer.last is None:
        raise RuntimeError("no batch yet")
    x_hat, var = layer.last
    n, d = x_hat.shape
    eye = torch.eye(n, dtype=x_hat.dtype).expand(d, n, n)
    columns = x_hat.T
    jacobian = eye - 1 / n - columns[:, :, None] * columns[:, None, :] / n
    jacobian = jacobian / torch.sqrt(var + layer.eps)[:, None, None]
    dx_hat = (grad_out * layer.gamma).T[:, :, None]
    return {
        "x": (jacobian @ dx_hat)[:, :, 0].T,
        "gamma": (columns * grad_out.T).sum(1),
        "beta": torch.ones(n, dtype=x_hat.dtype) @ grad_out,
    }
