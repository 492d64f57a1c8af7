# ---
# autograder:
#   about: update is a closure made in __init__, and the state lives in its variables
# ---
# %% solution="sgd"
class SGD:
    def __init__(self, lr):
        self.lr = lr
        self.update = lambda params, grads: [
            p.copy_(p - self.lr * grads[k]) for k, p in params.items()
        ]


# %% solution="momentum"
class Momentum:
    def __init__(self, lr, beta):
        self.lr = lr
        m = {}

        def update(params, grads):
            for k in params:
                m[k] = beta * m.setdefault(k, torch.zeros_like(params[k])) + self.lr * grads[k]
                params[k][...] = params[k] - m[k]

        self.update = update


# %% solution="adagrad"
class AdaGrad:
    def __init__(self, lr, eps):
        self.lr = lr
        self.update = self.remembering({}, eps)

    def remembering(self, s, eps):
        def update(params, grads):
            for k, g in grads.items():
                s[k] = s.get(k, 0) + g**2
                params[k][...] -= g * (self.lr / torch.sqrt(s[k] + eps))

        return update


# %% solution="rmsprop"
class RMSProp:
    def __init__(self, lr, alpha, eps):
        self.lr = lr
        s = {}

        def mean(k, square):
            s[k] = square + alpha * (s[k] - square) if k in s else (1 - alpha) * square
            return s[k]

        def update(params, grads):
            for k, g in grads.items():
                params[k] -= self.lr * g / (mean(k, g * g) + eps) ** 0.5

        self.update = update


# %% solution="adam"
class Adam:
    def __init__(self, lr, beta1, beta2, eps):
        self.lr = lr
        t = 0
        state = {}

        def update(params, grads):
            nonlocal t
            t += 1
            for k, p in params.items():
                m, s = state.setdefault(k, [torch.zeros_like(p), torch.zeros_like(p)])
                m.copy_(beta1 * m + (1 - beta1) * grads[k])
                s.copy_(beta2 * s + (1 - beta2) * grads[k] ** 2)
                p.copy_(p - self.lr * (m / (1 - beta1**t)) / ((s / (1 - beta2**t)) ** 0.5 + eps))

        self.update = update


# %% solution="lecture_adam"
class LectureAdam:
    def __init__(self, lr, beta1, beta2, eps):
        self.lr = lr

        def average(beta):
            kept = {}

            def step(k, value):
                kept[k] = beta * kept.get(k, 0) + (1 - beta) * value
                return kept[k]

            return step

        m, s = average(beta1), average(beta2)
        self.step = lambda k, g: m(k, g) / torch.sqrt(s(k, g**2) + eps)

    def update(self, params, grads):
        for k in params:
            params[k] -= self.lr * self.step(k, grads[k])


# %% solution="decayed_rate"
def decayed_rate(eta0, t, n):
    power = lambda base, exponent: base**exponent
    return eta0 * power(0.1, t / n)
