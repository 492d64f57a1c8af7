# ---
# autograder:
#   about: the two of the square's derivative is forgotten
#   expects:
#     batchnorm_backward: variance-path-halved
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
        self.cache = None

    def forward(self, x, training):
        if training:
            N, D = x.shape
            if N < 2:
                raise ValueError
            mu = 1.0 / N * torch.sum(x, dim=0)
            xmu = x - mu
            sq = xmu**2
            var = 1.0 / N * torch.sum(sq, dim=0)
            sqrtvar = torch.sqrt(var + self.eps)
            ivar = 1.0 / sqrtvar
            xhat = xmu * ivar
            self.running_mean = self.momentum * mu + (1 - self.momentum) * self.running_mean
            sample_var = torch.sum(sq, dim=0) / (N - 1)
            self.running_var = self.momentum * sample_var + (1 - self.momentum) * self.running_var
            self.cache = (xhat, xmu, ivar, sqrtvar, var)
            return self.gamma * xhat + self.beta
        xhat = (x - self.running_mean) / torch.sqrt(self.running_var + self.eps)
        return self.gamma * xhat + self.beta

    def backward(self, grad_out):
        return batchnorm_backward(self, grad_out)


# %% solution="batchnorm_backward"
def batchnorm_backward(layer, grad_out):
    if layer.cache is None:
        raise RuntimeError
    xhat, xmu, ivar, sqrtvar, var = layer.cache
    N, D = grad_out.shape
    # step 9
    dbeta = torch.sum(grad_out, dim=0)
    # step 8
    dgamma = torch.sum(grad_out * xhat, dim=0)
    dxhat = grad_out * layer.gamma
    # step 7
    divar = torch.sum(dxhat * xmu, dim=0)
    dxmu1 = dxhat * ivar
    # step 6
    dsqrtvar = -1.0 / (sqrtvar**2) * divar
    # step 5
    dvar = 0.5 * 1.0 / torch.sqrt(var + layer.eps) * dsqrtvar
    # step 4
    dsq = 1.0 / N * torch.ones_like(grad_out) * dvar
    # step 3
    dxmu2 = xmu * dsq
    # step 2
    dx1 = dxmu1 + dxmu2
    dmu = -1 * torch.sum(dxmu1 + dxmu2, dim=0)
    # step 1
    dx2 = 1.0 / N * torch.ones_like(grad_out) * dmu
    # step 0
    return {"x": dx1 + dx2, "gamma": dgamma, "beta": dbeta}
