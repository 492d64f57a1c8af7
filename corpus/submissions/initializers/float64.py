# ---
# autograder:
#   about: right numbers in float64, as NumPy has them
#   expects:
#     zeros: dtype
#     normal: dtype
#     xavier_uniform: dtype
# ---
# %%
import numpy as np

# %% solution="zeros"
def zeros(n_in, n_out):
    return torch.from_numpy(np.zeros((n_in, n_out)))


# %% solution="normal"
def normal(n_in, n_out, std, generator):
    return std * torch.randn(n_in, n_out, generator=generator, dtype=torch.float64)


# %% solution="xavier_uniform"
def xavier_uniform(n_in, n_out, generator):
    seed = int(torch.randint(2**31, (1,), generator=generator))
    b = np.sqrt(6 / (n_in + n_out))
    return torch.from_numpy(np.random.default_rng(seed).uniform(-b, b, (n_in, n_out)))
