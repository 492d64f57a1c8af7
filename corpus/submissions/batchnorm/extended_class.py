# ---
# autograder:
#   about: the backward cell extends the class instead, and the function stays away
# ---
# %% solution="standardize"
def standardize(x):
    return (x - x.mean(dim=0)) / (x.std(dim=0, unbiased=False) + 1e-8)


# %% solution="min_max"
def min_max(x):
    return (x - x.amin(dim=0)) / (x.amax(dim=0) - x.amin(dim=0) + 1e-8)


# %% solution="batchnorm_forward"
class BatchNorm1d:
    def __init__(self, num_features, eps, momentum):
        self.num_features = num_features
        self.eps = eps
        self.momentum = momentum
        self.gamma, self.beta = torch.ones(num_features), torch.zeros(num_features)
        self.running_mean, self.running_var = torch.zeros(num_features), torch.ones(num_features)

    def forward(self, x, training=True):
        assert x.ndim == 2 and x.shape[1] == self.num_features
        if training:
            if x.shape[0] <= 1:
                raise ValueError("a batch needs more than one row")
            self.mean = torch.mean(x, axis=0)
            self.var = torch.mean((x - self.mean) ** 2, axis=0)
            bessel = x.shape[0] / (x.shape[0] - 1)
            self.running_mean = self.running_mean + self.momentum * (self.mean - self.running_mean)
            self.running_var += self.momentum * (bessel * self.var - self.running_var)
            mean, var = self.mean, self.var
        else:
            mean, var = self.running_mean, self.running_var
        normalised = (x - mean) / torch.sqrt(var + self.eps)
        if training:
            self.normalised = normalised
        return self.gamma * normalised + self.beta

    __call__ = forward


# %% solution="batchnorm_backward"
class BatchNorm1d(BatchNorm1d):
    def backward(self, grad_out):
        if not hasattr(self, "normalised"):
            raise RuntimeError("train first")
        g = grad_out * self.gamma
        n = grad_out.shape[0]
        root = torch.sqrt(self.var + self.eps)
        dx = (1 / n) / root * (n * g - g.sum(0) - self.normalised * (g * self.normalised).sum(0))
        return {
            "beta": grad_out.sum(0),
            "gamma": (grad_out * self.normalised).sum(0),
            "x": dx,
        }
