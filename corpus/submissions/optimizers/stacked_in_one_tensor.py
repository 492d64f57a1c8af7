# ---
# autograder:
#   about: all moments of a parameter in one tensor, mixed by einsum and products of matrices
# ---
# %% solution="sgd"
class SGD:
    def __init__(self, lr):
        self.lr = lr

    def update(self, params, grads):
        for k, p in params.items():
            coefficients = torch.tensor([1.0, -self.lr], dtype=p.dtype)
            p.copy_(torch.einsum("i,i...->...", coefficients, torch.stack([p, grads[k]])))


# %% solution="momentum"
class Momentum:
    """(m, w) moves by a matrix: m <- beta m + lr g, w <- w - beta m - lr g."""

    def __init__(self, lr, beta):
        self.lr, self.beta = lr, beta
        self.m = {}

    def update(self, params, grads):
        matrix = torch.tensor(
            [[self.beta, self.lr, 0.0], [-self.beta, -self.lr, 1.0]], dtype=torch.float64
        )
        for k, p in params.items():
            now = torch.stack([self.m.get(k, torch.zeros_like(p)), grads[k], p])
            self.m[k], new = torch.tensordot(matrix.to(p.dtype), now, dims=1)
            p.copy_(new)


# %% solution="adagrad"
class AdaGrad:
    def __init__(self, lr, eps):
        self.lr, self.eps = lr, eps
        self.s = {}

    def update(self, params, grads):
        for k, g in grads.items():
            self.s[k] = self.s.get(k, 0) + torch.einsum("...,...->...", g, g)
            root = (self.s[k] + self.eps).sqrt()
            params[k] -= self.lr * torch.diag(1 / root.flatten()).mv(g.flatten()).view_as(g)


# %% solution="rmsprop"
class RMSProp:
    def __init__(self, lr, alpha, eps):
        self.lr, self.eps = lr, eps
        self.weights = torch.tensor([alpha, 1 - alpha], dtype=torch.float64)
        self.s = {}

    def update(self, params, grads):
        for k, g in grads.items():
            pair = torch.stack([self.s.get(k, torch.zeros_like(g)), g * g])
            self.s[k] = torch.einsum("i...,i->...", pair, self.weights.to(g.dtype))
            params[k] -= torch.einsum("...,...->...", g, (self.s[k] + self.eps).rsqrt()) * self.lr


# %% solution="adam"
class Adam:
    def __init__(self, lr, beta1, beta2, eps):
        self.lr, self.eps = lr, eps
        self.betas = torch.tensor([beta1, beta2], dtype=torch.float64)
        self.powers = torch.ones(2, dtype=torch.float64)
        self.moments = {}

    def update(self, params, grads):
        self.powers = self.powers * self.betas
        for k, g in grads.items():
            weights, gone = (
                x.to(g.dtype).view(2, *[1] * g.dim()) for x in (1 - self.betas, 1 - self.powers)
            )
            if k not in self.moments:
                self.moments[k] = g.new_zeros(2, *g.shape)
            self.moments[k].lerp_(torch.stack([g, g**2]), weights)
            m, s = self.moments[k] / gone
            params[k] -= self.lr * m / (s.sqrt() + self.eps)


# %% solution="lecture_adam"
class LectureAdam:
    """m is the real part and s the imaginary part of one complex tensor."""

    def __init__(self, lr, beta1, beta2, eps):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.z = {}

    def update(self, params, grads):
        for k, g in grads.items():
            if k not in self.z:
                self.z[k] = torch.complex(torch.zeros_like(g), torch.zeros_like(g))
            z = torch.view_as_real(self.z[k])
            z *= g.new_tensor([self.beta1, self.beta2])
            z += torch.stack([(1 - self.beta1) * g, (1 - self.beta2) * g * g], dim=-1)
            params[k] -= self.lr * self.z[k].real / (self.z[k].imag + self.eps).sqrt()


# %% solution="decayed_rate"
def decayed_rate(eta0, t, n):
    return torch.logspace(0, -t / n, 2, dtype=torch.float64)[-1].item() * eta0
