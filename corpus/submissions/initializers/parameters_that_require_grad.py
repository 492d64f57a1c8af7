# ---
# autograder:
#   about: weights as torch.nn.Parameter, which require grad
#   uses: [xavier_uniform]
# ---
# %%
from torch import nn

# %% solution="zeros"
def zeros(n_in, n_out):
    return nn.Parameter(torch.zeros(n_in, n_out))


# %% solution="normal"
def normal(n_in, n_out, std, generator):
    return nn.Parameter(torch.randn(n_in, n_out, generator=generator) * std)


# %% solution="xavier_normal"
def xavier_normal(n_in, n_out, generator):
    weights = nn.Parameter(torch.empty(n_in, n_out))
    with torch.no_grad():
        weights.normal_(0, sqrt(2 / (n_in + n_out)), generator=generator)
    return weights


# %% solution="xavier_uniform"
def xavier_uniform(n_in, n_out, generator):
    return nn.Parameter(nn.init.xavier_uniform_(torch.empty(n_in, n_out), generator=generator))


# %% solution="he_normal"
def he_normal(n_in, n_out, generator, mode):
    fan = n_in if mode == "fan_in" else (n_in + n_out) / 2
    return nn.Parameter(normal(n_in, n_out, sqrt(2 / fan), generator))
