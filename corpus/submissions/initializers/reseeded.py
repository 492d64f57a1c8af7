# ---
# autograder:
#   about: sets a seed, so that every call gives the same
#   expects:
#     normal: reseeded
#     xavier_normal: reseeded
#     xavier_uniform: reseeded
#     he_normal: reseeded
# ---
# %% solution="normal"
def normal(n_in, n_out, std, generator):
    generator.manual_seed(42)
    return std * torch.randn(n_in, n_out, generator=generator)


# %% solution="xavier_normal"
import numpy as np


def xavier_normal(n_in, n_out, generator):
    draws = np.random.default_rng(0).standard_normal((n_in, n_out))
    return torch.tensor(draws * np.sqrt(2 / (n_in + n_out)), dtype=torch.float32)


# %% solution="xavier_uniform"
def xavier_uniform(n_in, n_out, generator):
    own = Generator()
    own.manual_seed(generator.initial_seed())
    b = sqrt(6 / (n_in + n_out))
    return torch.empty(n_in, n_out).uniform_(-b, b, generator=own)


# %% solution="he_normal"
def he_normal(n_in, n_out, generator, mode):
    torch.manual_seed(1)
    return torch.randn(n_in, n_out) * sqrt(2 / (n_in if mode == "fan_in" else (n_in + n_out) / 2))
