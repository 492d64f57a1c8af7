# ---
# autograder:
#   about: NumPy draws the numbers; its seed is drawn from the generator that was handed in
# ---
# %%
import numpy as np


def numpy_generator(generator):
    return np.random.default_rng(torch.randint(2**62, (2,), generator=generator).tolist())


# %% solution="zeros"
def zeros(n_in, n_out):
    return torch.from_numpy(np.zeros((n_in, n_out), dtype=np.float32))


# %% solution="normal"
def normal(n_in, n_out, std, generator):
    draws = numpy_generator(generator).normal(0.0, std, size=(n_in, n_out))
    return torch.from_numpy(draws.astype(np.float32))


# %% solution="xavier_normal"
def xavier_normal(n_in, n_out, generator):
    draws = numpy_generator(generator).standard_normal((n_in, n_out), dtype=np.float32)
    return torch.from_numpy(draws * np.float32(np.sqrt(2.0 / (n_in + n_out))))


# %% solution="xavier_uniform"
def xavier_uniform(n_in, n_out, generator):
    bound = np.sqrt(6.0 / (n_in + n_out))
    return torch.tensor(numpy_generator(generator).uniform(-bound, bound, (n_in, n_out)), dtype=torch.float)


# %% solution="he_normal"
def he_normal(n_in, n_out, generator, mode):
    std = np.sqrt(2.0 / {"fan_in": n_in, "fan_avg": np.mean([n_in, n_out])}[mode])
    return torch.as_tensor(numpy_generator(generator).normal(scale=std, size=(n_in, n_out))).float()
