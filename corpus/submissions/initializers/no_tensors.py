# ---
# autograder:
#   about: right numbers as lists, arrays and a generator expression
#   expects:
#     zeros: wrong kind
#     normal: wrong kind
#     xavier_normal: wrong kind
#     he_normal: wrong kind
# ---
# %%
import numpy as np

# %% solution="zeros"
def zeros(n_in, n_out):
    return np.zeros((n_in, n_out), dtype=np.float32)


# %% solution="normal"
def normal(n_in, n_out, std, generator):
    return (std * torch.randn(n_in, n_out, generator=generator)).tolist()


# %% solution="xavier_normal"
def xavier_normal(n_in, n_out, generator):
    yield from torch.randn(n_in, n_out, generator=generator) * sqrt(2 / (n_in + n_out))


# %% solution="he_normal"
def he_normal(n_in, n_out, generator, mode):
    weights = torch.randn(n_in, n_out, generator=generator)
    weights.mul_(sqrt(2 / n_in))
