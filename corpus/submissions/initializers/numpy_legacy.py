# ---
# autograder:
#   about: RandomState, seeded with a number below 2**32 that the generator gave
# ---
# %%
import numpy as np


def state(generator):
    seed = int(torch.randint(2**32, (1,), generator=generator))
    return np.random.RandomState(seed)


# %% solution="zeros"
def zeros(n_in, n_out):
    W = np.zeros((n_in, n_out))
    return torch.Tensor(W)


# %% solution="normal"
def normal(n_in, n_out, std, generator):
    return torch.Tensor(state(generator).randn(n_in, n_out) * std)


# %% solution="xavier_normal"
def xavier_normal(n_in, n_out, generator):
    return torch.Tensor(state(generator).randn(n_in, n_out) / np.sqrt((n_in + n_out) / 2))


# %% solution="xavier_uniform"
def xavier_uniform(n_in, n_out, generator):
    low = -np.sqrt(6 / (n_in + n_out))
    return torch.Tensor(state(generator).uniform(low, -low, size=(n_in, n_out)))


# %% solution="he_normal"
def he_normal(n_in, n_out, generator, mode):
    fan = n_in if mode == "fan_in" else 0.5 * (n_in + n_out)
    return torch.Tensor(state(generator).randn(n_in, n_out) * np.sqrt(2.0 / fan))
