# ---
# autograder:
#   about: a coroutine for each parameter keeps its state; a step is sent in and comes out
# ---
# %%
def primed(coroutine):
    def start(*args):
        running = coroutine(*args)
        next(running)
        return running

    return start


@primed
def total():
    s, g = 0, (yield)
    while True:
        s = s + g * g
        g = yield s


@primed
def mean(beta):
    m, new = 0, (yield)
    while True:
        m = beta * m + (1 - beta) * new
        new = yield m


# %% solution="sgd"
class SGD:
    def __init__(self, lr):
        self.lr = lr

    def steps(self, params, grads):
        for name in params:
            yield name, self.lr * grads[name]

    def update(self, params, grads):
        for name, step in self.steps(params, grads):
            params[name] -= step


# %% solution="momentum"
class Momentum:
    def __init__(self, lr, beta):
        self.lr = lr
        self.beta = beta
        self.running = {}

    def velocity(self):
        m = 0
        while True:
            g = yield m
            m = self.beta * m + self.lr * g

    def update(self, params, grads):
        for name, g in grads.items():
            if name not in self.running:
                self.running[name] = self.velocity()
                next(self.running[name])
            params[name] -= self.running[name].send(g)


# %% solution="adagrad"
class AdaGrad:
    def __init__(self, lr, eps):
        self.lr = lr
        self.eps = eps
        self.s = {}

    def update(self, params, grads):
        for name, g in grads.items():
            if name not in self.s:
                self.s[name] = total()
            params[name] -= self.lr * g / torch.sqrt(self.s[name].send(g) + self.eps)


# %% solution="rmsprop"
class RMSProp:
    def __init__(self, lr, alpha, eps):
        self.lr = lr
        self.alpha = alpha
        self.eps = eps
        self.s = {}

    def update(self, params, grads):
        for name, g in grads.items():
            if name not in self.s:
                self.s[name] = mean(self.alpha)
            params[name] -= self.lr * g / torch.sqrt(self.s[name].send(g**2) + self.eps)


# %% solution="adam"
from itertools import count


class Adam:
    def __init__(self, lr, beta1, beta2, eps):
        self.lr = lr
        self.betas = beta1, beta2
        self.eps = eps
        self.time = count(1)
        self.running = {}

    def update(self, params, grads):
        t = next(self.time)
        for name, g in grads.items():
            if t == 1:
                self.running[name] = [mean(beta) for beta in self.betas]
            m, s = (
                average.send(new) / (1 - beta**t)
                for average, new, beta in zip(self.running[name], (g, g**2), self.betas)
            )
            params[name] -= self.lr * m / (s.sqrt() + self.eps)


# %% solution="lecture_adam"
class LectureAdam:
    def __init__(self, lr, beta1, beta2, eps):
        self.lr = lr
        self.directions = {}
        self.start = lambda: direction(mean(beta1), mean(beta2), eps)

    def update(self, params, grads):
        for name, g in grads.items():
            if name not in self.directions:
                self.directions[name] = self.start()
            params[name] -= self.lr * self.directions[name].send(g)


@primed
def direction(m, s, eps):
    g = yield
    while True:
        g = yield m.send(g) / (s.send(g * g) + eps).sqrt()


# %% solution="decayed_rate"
def rates(eta0, n):
    t = yield
    while True:
        t = yield eta0 * 10 ** (-t / n)


def decayed_rate(eta0, t, n):
    running = rates(eta0, n)
    next(running)
    return running.send(t)
