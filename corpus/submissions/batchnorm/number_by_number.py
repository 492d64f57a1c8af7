# ---
# autograder:
#   about: Python numbers in lists, one after the other
# ---
# %%
import math


def columns(t):
    return [list(column) for column in zip(*t.tolist())]


def tensor(cols, like):
    return torch.tensor(cols, dtype=like.dtype).T.contiguous()


# %% solution="standardize"
def standardize(x):
    out = []
    for c in columns(x):
        mean = sum(c) / len(c)
        sigma = math.sqrt(sum((v - mean) ** 2 for v in c) / len(c))
        out.append([(v - mean) / sigma if sigma else 0.0 for v in c])
    return tensor(out, x)


# %% solution="min_max"
def min_max(x):
    out = []
    for c in columns(x):
        low, span = min(c), max(c) - min(c)
        out.append([(v - low) / span if span else 0.0 for v in c])
    return tensor(out, x)


# %% solution="batchnorm_forward"
class BatchNorm1d:
    def __init__(self, num_features, eps, momentum):
        self.eps, self.momentum, self.d = eps, momentum, num_features
        self.gamma = torch.tensor([1.0] * num_features)
        self.beta = torch.tensor([0.0] * num_features)
        self.running_mean = torch.tensor([0.0] * num_features)
        self.running_var = torch.tensor([1.0] * num_features)
        self.seen = None

    def forward(self, x, training):
        cols = columns(x)
        gamma, beta = self.gamma.tolist(), self.beta.tolist()
        means, variances = self.running_mean.tolist(), self.running_var.tolist()
        if training:
            n = len(x)
            if n < 2:
                raise ValueError("at least two rows, please")
            a = self.momentum
            mus = [sum(c) / n for c in cols]
            sums = [sum((v - mu) ** 2 for v in c) for c, mu in zip(cols, mus)]
            self.running_mean = torch.tensor(
                [(1 - a) * old + a * new for old, new in zip(means, mus)], dtype=x.dtype
            )
            self.running_var = torch.tensor(
                [(1 - a) * old + a * s / (n - 1) for old, s in zip(variances, sums)], dtype=x.dtype
            )
            means, variances = mus, [s / n for s in sums]
        roots = [math.sqrt(v + self.eps) for v in variances]
        hats = [[(v - mu) / root for v in c] for c, mu, root in zip(cols, means, roots)]
        if training:
            self.seen = hats, roots
        return tensor([[g * h + b for h in hat] for hat, g, b in zip(hats, gamma, beta)], x)

    def backward(self, grad_out):
        return batchnorm_backward(self, grad_out)


# %% solution="batchnorm_backward"
def batchnorm_backward(layer, grad_out):
    if layer.seen is None:
        raise RuntimeError("nothing seen")
    dx, dgamma, dbeta = [], [], []
    for g, hat, root, gamma in zip(columns(grad_out), *layer.seen, layer.gamma.tolist()):
        n = len(g)
        dbeta.append(sum(g))
        dgamma.append(sum(a * b for a, b in zip(g, hat)))
        dx.append([gamma / root * (a - dbeta[-1] / n - h * dgamma[-1] / n) for a, h in zip(g, hat)])
    return {
        "x": tensor(dx, grad_out),
        "gamma": torch.tensor(dgamma, dtype=grad_out.dtype),
        "beta": torch.tensor(dbeta, dtype=grad_out.dtype),
    }
