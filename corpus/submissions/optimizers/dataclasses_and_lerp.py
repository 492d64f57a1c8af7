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


# %% solution="adagrad"
@dataclass
class AdaGrad:
    lr: float
    eps: float
    s: dict = field(default_factory=dict, repr=False)

    def update(self, params, grads):
        for k, g in grads.items():
            self.s.setdefault(k, torch.zeros_like(g)).addcmul_(g, g)
            params[k].addcdiv_(g, (self.s[k] + self.eps).sqrt_(), value=-self.lr)


# %% solution="rmsprop"
@dataclass
class RMSProp:
    lr: float
    alpha: float
    eps: float
    s: dict = field(default_factory=dict, repr=False)

    def update(self, params, grads):
        for k, g in grads.items():
            self.s.setdefault(k, torch.zeros_like(g)).lerp_(g * g, 1 - self.alpha)
            params[k].addcdiv_(g, (self.s[k] + self.eps).sqrt_(), value=-self.lr)


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


# %% solution="lecture_adam"
@dataclass
class Moments:
    m: torch.Tensor
    s: torch.Tensor


@dataclass
class LectureAdam:
    lr: float
    beta1: float
    beta2: float
    eps: float
    moments: dict[str, Moments] = field(default_factory=dict, init=False)

    def update(self, params, grads):
        for k, g in grads.items():
            if (past := self.moments.get(k)) is None:
                past = self.moments[k] = Moments(torch.zeros_like(g), torch.zeros_like(g))
            past.m.lerp_(g, 1 - self.beta1)
            past.s.lerp_(g.square(), 1 - self.beta2)
            params[k].sub_(self.lr * past.m.div(past.s.add(self.eps).sqrt()))


# %% solution="decayed_rate"
@dataclass(frozen=True)
class Decay:
    start: float
    tenth: int

    def __getitem__(self, t):
        return self.start / 10 ** (t / self.tenth)


def decayed_rate(eta0, t, n):
    return Decay(eta0, n)[t]
