# ---
# autograder:
#   about: state in lists, found by a parameter's place and not by its name
# ---
# %% solution="sgd"
class SGD:
    def __init__(self, lr):
        self.lr = lr

    def update(self, params, grads):
        keys = list(params.keys())
        for i in range(len(keys)):
            params[keys[i]] = params[keys[i]] - self.lr * grads[keys[i]]


# %% solution="momentum"
class Momentum:
    def __init__(self, lr, beta):
        self.lr = lr
        self.beta = beta
        self.m = []

    def update(self, params, grads):
        if len(self.m) == 0:
            for key in params:
                self.m.append(torch.zeros(params[key].shape, dtype=params[key].dtype))
        for i, key in enumerate(params):
            self.m[i] = self.beta * self.m[i] + self.lr * grads[key]
            params[key] = params[key] - self.m[i]


# %% solution="adagrad"
class AdaGrad:
    def __init__(self, lr, eps):
        self.lr = lr
        self.eps = eps
        self.s = [0] * 1000

    def update(self, params, grads):
        for i, key in enumerate(params):
            self.s[i] = self.s[i] + grads[key] * grads[key]
            params[key] = params[key] - self.lr / (self.s[i] + self.eps) ** (1 / 2) * grads[key]


# %% solution="rmsprop"
class RMSProp:
    def __init__(self, lr, alpha, eps):
        self.lr = lr
        self.alpha = alpha
        self.eps = eps
        self.s = []

    def update(self, params, grads):
        i = 0
        for key in params:
            g = grads[key]
            if i == len(self.s):
                self.s.append((1 - self.alpha) * g * g)
            else:
                self.s[i] = self.alpha * self.s[i] + (1 - self.alpha) * g * g
            params[key] = params[key] - self.lr / (self.s[i] + self.eps) ** 0.5 * g
            i += 1


# %% solution="adam"
class Adam:
    def __init__(self, lr, beta1, beta2, eps):
        self.lr = lr
        self.beta1 = beta1
        self.beta2 = beta2
        self.eps = eps
        self.ms = []
        self.ss = []
        self.t = 1

    def update(self, params, grads):
        first_time = self.t == 1
        for i, key in enumerate(params):
            g = grads[key]
            if first_time:
                self.ms.append(torch.zeros_like(g))
                self.ss.append(torch.zeros_like(g))
            self.ms[i] = self.beta1 * self.ms[i] + (1 - self.beta1) * g
            self.ss[i] = self.beta2 * self.ss[i] + (1 - self.beta2) * g * g
            m = self.ms[i] / (1 - self.beta1**self.t)
            s = self.ss[i] / (1 - self.beta2**self.t)
            params[key] = params[key] - self.lr * m / (torch.sqrt(s) + self.eps)
        self.t = self.t + 1


# %% solution="lecture_adam"
class LectureAdam:
    def __init__(self, lr, beta1, beta2, eps):
        self.lr = lr
        self.beta1 = beta1
        self.beta2 = beta2
        self.eps = eps
        self.states = []

    def update(self, params, grads):
        if not self.states:
            self.states = [(torch.zeros_like(g), torch.zeros_like(g)) for g in grads.values()]
        states = []
        for (key, w), g, (m, s) in zip(params.items(), grads.values(), self.states):
            m = self.beta1 * m + (1 - self.beta1) * g
            s = self.beta2 * s + (1 - self.beta2) * g * g
            w.sub_(self.lr * m / torch.sqrt(s + self.eps))
            states.append((m, s))
        self.states = states


# %% solution="decayed_rate"
def decayed_rate(eta0, t, n):
    rates = [eta0]
    while len(rates) <= t:
        rates.append(eta0 * 10 ** (-len(rates) / n))
    return rates[t]
