# ---
# autograder:
#   about: backward asks autograd for the gradients of its own forward
# ---
# %% solution="standardize"
standardize = lambda x: torch.where(
    x.std(0, correction=0) > 0, (x - x.mean(0)) / x.std(0, correction=0), torch.zeros(())
).to(x.dtype)

# %% solution="min_max"
min_max = lambda x: ((x - x.min(0)[0]) / (x.max(0)[0] - x.min(0)[0])).nan_to_num(0)


# %% solution="batchnorm_forward"
def normalise(x, gamma, beta, mean, var, eps):
    return (x - mean) / (var + eps) ** 0.5 * gamma + beta


class BatchNorm1d:
    def __init__(self, num_features, eps, momentum):
        self.eps = eps
        self.momentum = momentum
        self.gamma = torch.ones(num_features)
        self.beta = torch.zeros(num_features)
        self.running_mean = torch.zeros(num_features)
        self.running_var = torch.ones(num_features)
        self.graph = None

    def forward(self, x, training):
        stored = self.running_mean, self.running_var
        if not training:
            return normalise(x, self.gamma, self.beta, *stored, self.eps)
        if x.shape[0] == 1:
            raise ValueError
        self.running_mean = stored[0].lerp(x.mean(0), self.momentum)
        self.running_var = stored[1].lerp(x.var(0), self.momentum)
        leaves = [t.clone().requires_grad_() for t in (x, self.gamma, self.beta)]
        mean, var = leaves[0].mean(0), leaves[0].var(0, correction=0)
        y = normalise(*leaves, mean, var, self.eps)
        self.graph = y, leaves
        return y.detach()

    def backward(self, grad_out):
        return batchnorm_backward(self, grad_out)


# %% solution="batchnorm_backward"
def batchnorm_backward(layer, grad_out):
    if layer.graph is None:
        raise RuntimeError("there is no graph")
    y, leaves = layer.graph
    grads = torch.autograd.grad(y, leaves, grad_out, retain_graph=True)
    return dict(zip(["x", "gamma", "beta"], grads))
