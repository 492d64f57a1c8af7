# ---
# autograder:
#   about: torch.optim does the work, where its convention is the one that is asked
#   uses: [sgd, momentum, adagrad, adam, decayed_rate]
# ---
# %%
from contextlib import contextmanager

import torch._dynamo  # torch.optim takes seconds to import it, which are no case's


class Borrowed:
    """Makes one of torch.optim's optimizers at the first call, and hands gradients to it."""

    def __init__(self, lr, make):
        self.lr, self.make, self.inner = lr, make, None

    def update(self, params, grads):
        if self.inner is None:
            self.inner = self.make(list(params.values()))
        for name, p in params.items():
            p.grad = grads[name].clone()
        self.inner.param_groups[0]["lr"] = self.lr
        self.inner.step()


# %% solution="sgd"
class SGD(Borrowed):
    def __init__(self, lr):
        super().__init__(lr, lambda ps: torch.optim.SGD(ps, lr=lr))


# %% solution="momentum"
class Momentum:
    """The rate is multiplied into the gradients, so that PyTorch's velocity gathers it."""

    def __init__(self, lr, beta):
        self.lr, self.beta, self.inner = lr, beta, None

    def update(self, params, grads):
        if not self.inner:
            self.inner = torch.optim.SGD(params.values(), lr=1.0, momentum=self.beta)
        for name, p in params.items():
            p.grad = self.lr * grads[name]
        self.inner.step()
        self.inner.zero_grad()


# %% solution="adagrad"
class AdaGrad:
    """PyTorch adds eps to the root; here the accumulator starts at eps, so that it stands inside."""

    def __init__(self, lr, eps):
        self.lr, self.eps, self.inner = lr, eps, None

    def update(self, params, grads):
        if self.inner is None:
            self.inner = torch.optim.Adagrad(
                list(params.values()), initial_accumulator_value=self.eps, eps=0.0
            )
        for name, p in params.items():
            p.grad = grads[name]
        for group in self.inner.param_groups:
            group["lr"] = self.lr
        self.inner.step()


# %% solution="adam"
class Adam(Borrowed):
    def __init__(self, lr, beta1, beta2, eps):
        make = lambda ps: torch.optim.Adam(ps, betas=(beta1, beta2), eps=eps, foreach=False)
        super().__init__(lr, make)


# %% solution="decayed_rate"
def decayed_rate(eta0, t, n):
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=eta0)
    scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: 10 ** (-step / n))
    for _ in range(t):
        optimizer.step()
        scheduler.step()
    return scheduler.get_last_lr()[0]
