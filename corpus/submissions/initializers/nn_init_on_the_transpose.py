# ---
# autograder:
#   about: torch.nn.init on (n_out, n_in), and the transpose of that
#   uses: [normal, xavier_normal, xavier_uniform, he_normal]
# ---
# %%
from torch.nn import init

# %% solution="zeros"
def zeros(n_in, n_out):
    return init.zeros_(torch.nn.Linear(n_in, n_out, bias=False).weight).detach().T


# %% solution="normal"
def normal(n_in, n_out, std, generator):
    return init.normal_(torch.empty(n_out, n_in), std=std, generator=generator).T


# %% solution="xavier_normal"
def xavier_normal(n_in, n_out, generator):
    return init.xavier_normal_(torch.empty(n_out, n_in), generator=generator).t()


# %% solution="xavier_uniform"
def xavier_uniform(n_in, n_out, generator):
    # Both fans count alike, so turning it round is not needed.
    return init.xavier_uniform_(torch.empty(n_in, n_out), generator=generator)


# %% solution="he_normal"
def he_normal(n_in, n_out, generator, mode):
    weights = torch.empty(n_out, n_in)
    if mode == "fan_in":
        init.kaiming_normal_(weights, mode="fan_in", nonlinearity="relu", generator=generator)
    elif mode == "fan_avg":
        init.xavier_normal_(weights, gain=init.calculate_gain("relu"), generator=generator)
    else:
        raise ValueError(mode)
    return weights.transpose(0, 1).contiguous()
