# ---
# autograder:
#   about: features in rows, so that everything is transposed on the way in and out
# ---
# %% solution="standardize"
def standardize(x):
    xt = x.t()
    mean = xt.mean(-1, keepdim=True)
    std = (xt - mean).square().mean(-1, keepdim=True).sqrt()
    return ((xt - mean) / std.masked_fill(std == 0, 1)).t()


# %% solution="min_max"
def min_max(x):
    xt = x.t()
    low = xt.min(-1, keepdim=True)[0]
    span = xt.max(-1, keepdim=True)[0] - low
    return ((xt - low) / span.masked_fill(span == 0, 1)).t()


# %% solution="batchnorm_forward"
class BatchNorm1d:
    def __init__(self, num_features, eps, momentum):
        self.eps, self.momentum = eps, momentum
        self.gamma = torch.ones(num_features)
        self.beta = torch.zeros(num_features)
        self.running_mean = torch.zeros(num_features)
        self.running_var = torch.ones(num_features)
        self.ctx = {}

    def forward(self, x, training):
        xt = x.transpose(0, 1)
        n = xt.shape[1]
        mean, var = self.running_mean[:, None], self.running_var[:, None]
        if training:
            if n < 2:
                raise ValueError("cannot normalise one row")
            mean = xt.mean(1, keepdim=True)
            var = xt.var(1, keepdim=True, correction=0)
            new = torch.cat([mean, xt.var(1, keepdim=True)], dim=1)
            old = torch.stack([self.running_mean, self.running_var], dim=1)
            mixed = self.momentum * new + (1 - self.momentum) * old
            self.running_mean, self.running_var = mixed[:, 0], mixed[:, 1]
        root = torch.sqrt(var + self.eps)
        hat = (xt - mean) / root
        if training:
            self.ctx = {"hat": hat, "root": root}
        return (self.gamma[:, None] * hat + self.beta[:, None]).transpose(0, 1)

    def backward(self, grad_out):
        return batchnorm_backward(self, grad_out)


# %% solution="batchnorm_backward"
def batchnorm_backward(layer, grad_out):
    if "hat" not in layer.ctx:
        raise RuntimeError("ctx is empty")
    hat, root = layer.ctx["hat"], layer.ctx["root"]
    gt = grad_out.transpose(0, 1)
    dhat = gt * layer.gamma[:, None]
    dx = (dhat - dhat.mean(1, keepdim=True) - hat * (dhat * hat).mean(1, keepdim=True)) / root
    return {"x": dx.transpose(0, 1), "gamma": (gt * hat).sum(1), "beta": gt.sum(1)}
