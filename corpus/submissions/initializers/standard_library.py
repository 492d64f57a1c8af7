# ---
# autograder:
#   about: Python's own random module, one number after the other
# ---
# %%
import random


def fresh(generator):
    return random.Random(torch.randint(2**62, (1,), generator=generator).item())


def table(n_in, n_out, number):
    return torch.tensor([[number() for _ in range(n_out)] for _ in range(n_in)])


# %% solution="zeros"
def zeros(n_in, n_out):
    return table(n_in, n_out, lambda: 0.0)


# %% solution="normal"
def normal(n_in, n_out, std, generator):
    source = fresh(generator)
    return table(n_in, n_out, lambda: source.gauss(0, std))


# %% solution="xavier_normal"
def xavier_normal(n_in, n_out, generator):
    source = fresh(generator)
    return table(n_in, n_out, lambda: source.normalvariate(0, (2 / (n_in + n_out)) ** 0.5))


# %% solution="xavier_uniform"
def xavier_uniform(n_in, n_out, generator):
    source, bound = fresh(generator), (6 / (n_in + n_out)) ** 0.5
    return table(n_in, n_out, lambda: source.uniform(-bound, bound))


# %% solution="he_normal"
def he_normal(n_in, n_out, generator, mode):
    source = fresh(generator)
    sigma = (2 / n_in) ** 0.5 if mode == "fan_in" else 2 / (n_in + n_out) ** 0.5
    return table(n_in, n_out, lambda: source.gauss(0.0, sigma))
