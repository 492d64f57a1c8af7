# ---
# autograder:
#   about: all parameters at once, with torch._foreach
# ---
# %% solution="sgd"
class SGD:
    def __init__(self, lr):
        self.lr = lr

    def update(self, params, grads):
        names = list(params)
        torch._foreach_add_(
            [params[n] for n in names], [grads[n] for n in names], alpha=-self.lr
        )


# %% solution="momentum"
class Momentum:
    def __init__(self, lr, beta):
        self.lr = lr
        self.beta = beta
        self.state = []

    def update(self, params, grads):
        names = sorted(params)
        p, g = [params[n] for n in names], [grads[n] for n in names]
        if not self.state:
            self.state = [torch.zeros_like(x) for x in p]
        torch._foreach_mul_(self.state, self.beta)
        torch._foreach_add_(self.state, g, alpha=self.lr)
        torch._foreach_sub_(p, self.state)


# %% solution="adam"
class Adam:
    def __init__(self, lr, beta1, beta2, eps):
        self.lr = lr
        self.beta1 = beta1
        self.beta2 = beta2
        self.eps = eps
        self.t = 0

    def update(self, params, grads):
        names = sorted(params)
        p, g = [params[n] for n in names], [grads[n] for n in names]
        if self.t == 0:
            self.m = [torch.zeros_like(x) for x in p]
            self.s = [torch.zeros_like(x) for x in p]
        self.t += 1
        torch._foreach_mul_(self.m, self.beta1)
        torch._foreach_add_(self.m, g, alpha=1 - self.beta1)
        torch._foreach_mul_(self.s, self.beta2)
        torch._foreach_addcmul_(self.s, g, g, 1 - self.beta2)
        roots = torch._foreach_sqrt(torch._foreach_div(self.s, 1 - self.beta2**self.t))
        torch._foreach_add_(roots, self.eps)
        torch._foreach_addcdiv_(p, self.m, roots, -self.lr / (1 - self.beta1**self.t))
