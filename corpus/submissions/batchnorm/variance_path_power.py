# ---
# autograder:
#   about: the power of the variance's derivative stays as it was
#   expects:
#     batchnorm_backward: variance-path-power
# ---
# %% solution="batchnorm_forward"
class BatchNorm1d:
    def __init__(self, num_features, eps, momentum):
        self.eps = eps
        self.momentum = momentum
        self.gamma = torch.ones(num_features)
        self.beta = torch.zeros(num_features)
        self.running_mean = torch.zeros(num_features)
        self.running_var = torch.ones(num_features)
        self.batch = None

    def forward(self, x, training):
        mu, sigma2 = self.running_mean, self.running_var
        if training:
            m = x.size(0)
            if m < 2:
                raise ValueError("batch of one")
            mu = x.sum(0) / m
            sigma2 = (x - mu).pow(2).sum(0) / m
            self.batch = x.clone(), mu, sigma2
            a = self.momentum
            self.running_mean = self.running_mean * (1 - a) + mu * a
            self.running_var = self.running_var * (1 - a) + sigma2 * m / (m - 1) * a
        return self.gamma * (x - mu) / torch.sqrt(sigma2 + self.eps) + self.beta

    def backward(self, grad_out):
        return batchnorm_backward(self, grad_out)


# %% solution="batchnorm_backward"
def batchnorm_backward(layer, grad_out):
    if layer.batch is None:
        raise RuntimeError("backward needs a batch")
    x, mu, sigma2 = layer.batch
    m = x.size(0)
    x_mu = x - mu
    inv = (sigma2 + layer.eps) ** -0.5
    dx_hat = grad_out * layer.gamma
    dsigma2 = (dx_hat * x_mu * -0.5 * (sigma2 + layer.eps) ** -0.5).sum(0)
    dmu = (dx_hat * -inv).sum(0) + dsigma2 * (-2 * x_mu).sum(0) / m
    dx = dx_hat * inv + dsigma2 * 2 * x_mu / m + dmu / m
    return {"x": dx, "gamma": (grad_out * x_mu * inv).sum(0), "beta": grad_out.sum(0)}
