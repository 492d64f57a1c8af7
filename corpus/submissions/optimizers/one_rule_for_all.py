# ---
# autograder:
#   about: one general rule with numbers to choose; all the classes are cases of it
# ---
# %%
import math


class General:
    """m and s decay by `keep`, grow by `new`, and `form` says how they make a step."""

    keep = (0.0, 0.0)
    new = (1.0, 1.0)
    inside = outside = 0.0
    form = "m"
    correct = False

    def __init__(self, lr):
        self.lr = lr
        self.kept = {}
        self.t = 0

    def update(self, params, grads):
        self.t += 1
        for name in params:
            params[name] -= self.step(name, grads[name])

    def step(self, name, g):
        old = self.kept.get(name, (torch.zeros_like(g), torch.zeros_like(g)))
        m = self.keep[0] * old[0] + self.new[0] * g
        s = self.keep[1] * old[1] + self.new[1] * g * g
        self.kept[name] = m, s
        if self.correct:
            m, s = (x / (1 - beta**self.t) for x, beta in zip((m, s), self.keep))
        match self.form:
            case "m":
                return self.lr * m
            case "m without lr":
                return m
            case "m by root":
                return self.lr * m / ((s + self.inside).sqrt() + self.outside)
            case unknown:
                raise ValueError(unknown)


# %% solution="sgd"
class SGD(General):
    pass


# %% solution="momentum"
class Momentum(General):
    form = "m without lr"

    def __init__(self, lr, beta):
        super().__init__(lr)
        self.keep = (beta, 0.0)

    @property
    def new(self):
        return (self.lr, 0.0)


# %% solution="adagrad"
class AdaGrad(General):
    form = "m by root"

    def __init__(self, lr, eps):
        super().__init__(lr)
        self.keep = (0.0, 1.0)
        self.inside = eps


# %% solution="rmsprop"
class RMSProp(AdaGrad):
    def __init__(self, lr, alpha, eps):
        super().__init__(lr, eps)
        self.keep = (0.0, alpha)
        self.new = (1.0, 1 - alpha)


# %% solution="adam"
class Adam(General):
    form = "m by root"
    correct = True

    def __init__(self, lr, beta1, beta2, eps):
        super().__init__(lr)
        self.keep = (beta1, beta2)
        self.new = (1 - beta1, 1 - beta2)
        self.outside = eps


# %% solution="lecture_adam"
class LectureAdam(Adam):
    correct = False

    def __init__(self, lr, beta1, beta2, eps):
        super().__init__(lr, beta1, beta2, eps=0)
        self.inside = eps


# %% solution="decayed_rate"
def decayed_rate(eta0, t, n):
    return eta0 * math.exp(-math.log(10) * t / n)
