# ---
# autograder:
#   about: draws from the generators that everyone shares
#   expects:
#     normal: generator-ignored
#     xavier_normal: generator-ignored
#     xavier_uniform: generator-ignored
#     he_normal: generator-ignored
#   uses: [xavier_uniform]
# ---
# %% solution="normal"
def normal(n_in, n_out, std, generator):
    return std * torch.randn(n_in, n_out)


# %% solution="xavier_normal"
import numpy as np


def xavier_normal(n_in, n_out, generator):
    draws = np.random.randn(n_in, n_out) * np.sqrt(2 / (n_in + n_out))
    return torch.from_numpy(draws).float()


# %% solution="xavier_uniform"
def xavier_uniform(n_in, n_out, generator):
    return torch.nn.init.xavier_uniform_(torch.empty(n_in, n_out))


# %% solution="he_normal"
def he_normal(n_in, n_out, generator, mode):
    weights = torch.empty(n_in, n_out)
    weights.normal_(0, sqrt(2 / (n_in if mode == "fan_in" else (n_in + n_out) / 2)))
    return weights
