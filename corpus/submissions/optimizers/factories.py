# ---
# autograder:
#   about: no class anywhere; functions that return a namespace with lr and update
# ---
# %%
from functools import partial
from types import SimpleNamespace


def optimizer(step, lr, **hyper):
    """An object with lr and update, where `step(state, g, lr, **hyper)` gives the step."""
    made = SimpleNamespace(lr=lr, t=0, states={})

    def update(params, grads):
        made.t += 1
        for name, g in grads.items():
            state = made.states.setdefault(name, SimpleNamespace(m=0, s=0))
            state.t = made.t
            params[name] -= step(state, g, made.lr, **hyper)

    made.update = update
    return made


# %% solution="sgd"
SGD = partial(optimizer, lambda state, g, lr: lr * g)


# %% solution="momentum"
def velocity(state, g, lr, beta):
    state.m = beta * state.m + lr * g
    return state.m


Momentum = partial(optimizer, velocity)


# %% solution="adagrad"
def scaled_by_sum(state, g, lr, eps):
    state.s = state.s + g * g
    return lr * g / torch.sqrt(state.s + eps)


def AdaGrad(lr, eps):
    return optimizer(scaled_by_sum, lr, eps=eps)


# %% solution="rmsprop"
def scaled_by_mean(state, g, lr, alpha, eps):
    state.s = alpha * state.s + (1 - alpha) * (g * g)
    return lr * g / torch.sqrt(state.s + eps)


def RMSProp(*, lr, alpha, eps):
    return optimizer(scaled_by_mean, lr, alpha=alpha, eps=eps)


# %% solution="adam"
def moments(state, g, beta1, beta2):
    state.m = beta1 * state.m + (1 - beta1) * g
    state.s = beta2 * state.s + (1 - beta2) * g**2
    return state.m, state.s


def corrected(state, g, lr, beta1, beta2, eps):
    m, s = moments(state, g, beta1, beta2)
    return lr * (m / (1 - beta1**state.t)) / (torch.sqrt(s / (1 - beta2**state.t)) + eps)


def Adam(lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    return optimizer(corrected, lr, beta1=beta1, beta2=beta2, eps=eps)


# %% solution="lecture_adam"
def uncorrected(state, g, lr, beta1, beta2, eps):
    m, s = moments(state, g, beta1, beta2)
    return lr * m / torch.sqrt(s + eps)


LectureAdam = partial(optimizer, uncorrected)

# %% solution="decayed_rate"
decayed_rate = lambda eta0, t, n: eta0 * pow(10, -t / n)
