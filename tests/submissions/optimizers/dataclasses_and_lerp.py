# ---
# autograder:
#   about: dataclasses, and lerp_ for the running means
# ---
# %%
from dataclasses import dataclass, field

# %% solution="sgd"
@dataclass
class SGD:
    lr: float

    def update(self, params, grads):
        [params[k].add_(grads[k], alpha=-self.lr) for k in params]


# %% solution="momentum"
@dataclass
class Momentum:
    lr: float
    beta: float
    m: dict = field(default_factory=dict)

    def update(self, params, grads):
        for k in params.keys() & grads.keys():
            try:
                self.m[k] = self.m[k] * self.beta + grads[k] * self.lr
            except KeyError:
                self.m[k] = grads[k] * self.lr
            params[k].sub_(self.m[k])


# %% solution="adam"
@dataclass
class Adam:
    lr: float
    beta1: float
    beta2: float
    eps: float
    t: int = 0
    m: dict = field(default_factory=dict)
    s: dict = field(default_factory=dict)

    def update(self, params, grads):
        self.t = self.t + 1
        for k, g in grads.items():
            self.m.setdefault(k, torch.zeros_like(g)).lerp_(g, 1 - self.beta1)
            self.s.setdefault(k, torch.zeros_like(g)).lerp_(g * g, 1 - self.beta2)
            root = torch.sqrt(self.s[k] / (1 - self.beta2**self.t))
            params[k] -= self.lr / (1 - self.beta1**self.t) * self.m[k] / (root + self.eps)
