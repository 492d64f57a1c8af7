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


# %% solution="adagrad"
class AdaGrad:
    def __init__(self, lr, eps):
        self.lr = lr
        self.eps = eps
        self.s = ()

    def update(self, params, grads):
        p, g = zip(*((params[n], grads[n]) for n in params))
        if self.s:
            torch._foreach_addcmul_(self.s, g, g)
        else:
            self.s = torch._foreach_mul(g, g)
        roots = torch._foreach_add(self.s, self.eps)
        torch._foreach_sqrt_(roots)
        torch._foreach_addcdiv_(p, g, roots, -self.lr)


# %% solution="rmsprop"
class RMSProp:
    def __init__(self, lr, alpha, eps):
        self.lr = lr
        self.alpha = alpha
        self.eps = eps
        self.s = None

    def update(self, params, grads):
        p, g = zip(*((params[n], grads[n]) for n in params))
        self.s = self.s or [torch.zeros_like(x) for x in g]
        torch._foreach_lerp_(self.s, torch._foreach_pow(g, 2), 1 - self.alpha)
        roots = torch._foreach_sqrt(torch._foreach_add(self.s, self.eps))
        torch._foreach_sub_(p, torch._foreach_div(torch._foreach_mul(g, self.lr), roots))


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


# %% solution="lecture_adam"
class LectureAdam:
    def __init__(self, lr, beta1, beta2, eps):
        self.lr = lr
        self.betas = beta1, beta2
        self.eps = eps
        self.states = None

    def update(self, params, grads):
        p, g = list(params.values()), [grads[n] for n in params]
        new = g, torch._foreach_mul(g, g)
        if self.states is None:
            self.states = [[torch.zeros_like(x) for x in g] for _ in new]
        for beta, state, value in zip(self.betas, self.states, new):
            torch._foreach_lerp_(state, value, 1 - beta)
        m, s = self.states
        roots = torch._foreach_add(s, self.eps)
        torch._foreach_sqrt_(roots)
        torch._foreach_addcdiv_(p, m, roots, -self.lr)


# %% solution="decayed_rate"
def decayed_rate(eta0, t, n):
    (power,) = torch._foreach_pow([torch.tensor([10.0], dtype=torch.float64)], -t / n)
    return eta0 * power.item()
