# ---
# autograder:
#   about: forward keeps the graph, and autograd makes backward
# ---
# %% solution="dropout"
class Dropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        if not training:
            return x.clone()
        self.x = x.clone().requires_grad_(True)
        keep = (torch.rand(x.shape, generator=generator) >= self.p).to(x.dtype)
        self.y = self.x * keep / (1 - self.p)
        return self.y

    def backward(self, grad):
        self.y.backward(grad)
        return self.x.grad


# %% solution="variance"
def variance(x, p):
    p = torch.tensor(p, dtype=torch.float64)
    return (p / (1 - p) * x**2).item()


# %% solution="vanilla"
class Drop(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, keep):
        ctx.save_for_backward(keep)
        return x * keep

    @staticmethod
    def backward(ctx, grad):
        (keep,) = ctx.saved_tensors
        return grad * keep, None


class VanillaDropout:
    def __init__(self, p):
        self.p = p

    def forward(self, x, training, generator):
        if not training:
            return x * (1 - self.p)
        keep = torch.rand(x.shape, generator=generator) >= self.p
        self.leaf = x.detach().clone().requires_grad_()
        self.out = Drop.apply(self.leaf, keep)
        return self.out.detach()

    def backward(self, grad):
        return torch.autograd.grad(self.out, self.leaf, grad)[0]
