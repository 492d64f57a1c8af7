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
