# ---
# autograder:
#   about: optimizers that are torch modules, with their state in registered buffers
# ---
# %%
from torch import nn


class State(nn.Module):
    """Zeros for each name, made when it is first asked for."""

    def of(self, name, like):
        if not hasattr(self, name):
            self.register_buffer(name, torch.zeros_like(like))
        return getattr(self, name)


# %% solution="sgd"
class SGD(nn.Module):
    def __init__(self, lr):
        super().__init__()
        self.lr = lr

    def forward(self, w, g):
        return w - self.lr * g

    @torch.no_grad()
    def update(self, params, grads):
        for name, w in params.items():
            w.copy_(self(w, grads[name]))


# %% solution="momentum"
class Momentum(nn.Module):
    def __init__(self, lr, beta):
        super().__init__()
        self.lr, self.beta = lr, beta
        self.m = State()

    def update(self, params, grads):
        for name, w in params.items():
            w -= self.m.of(name, w).mul_(self.beta).add_(self.lr * grads[name])


# %% solution="adagrad"
class AdaGrad(nn.Module):
    def __init__(self, lr, eps):
        super().__init__()
        self.lr, self.eps = lr, eps
        self.s = State()

    def update(self, params, grads):
        for name, w in params.items():
            s = self.s.of(name, w).add_(grads[name].square())
            w -= self.lr * grads[name] / (s + self.eps).sqrt()


# %% solution="rmsprop"
class RMSProp(nn.Module):
    def __init__(self, lr, alpha, eps):
        super().__init__()
        self.lr, self.alpha, self.eps = lr, alpha, eps
        self.s = State()

    def update(self, params, grads):
        for name, w in params.items():
            s = self.s.of(name, w)
            s += (1 - self.alpha) * (grads[name] ** 2 - s)
            w -= self.lr * grads[name] / (s + self.eps).sqrt()


# %% solution="adam"
class Adam(nn.Module):
    def __init__(self, lr, beta1, beta2, eps):
        super().__init__()
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m, self.s = State(), State()
        self.register_buffer("t", torch.tensor(0))

    def update(self, params, grads):
        self.t += 1
        t = self.t.item()
        for name, w in params.items():
            g, m, s = grads[name], self.m.of(name, w), self.s.of(name, w)
            m += (1 - self.beta1) * (g - m)
            s += (1 - self.beta2) * (g * g - s)
            w -= self.lr * (m / (1 - self.beta1**t)) / ((s / (1 - self.beta2**t)).sqrt() + self.eps)


# %% solution="lecture_adam"
class LectureAdam(Adam):
    def update(self, params, grads):
        for name, w in params.items():
            g, m, s = grads[name], self.m.of(name, w), self.s.of(name, w)
            m += (1 - self.beta1) * (g - m)
            s += (1 - self.beta2) * (g * g - s)
            w -= self.lr * m / (s + self.eps).sqrt()
