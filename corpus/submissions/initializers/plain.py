# ---
# autograder:
#   about: as the hints say, one line each
# ---
# %% solution="zeros"
def zeros(n_in, n_out):
    return torch.zeros(n_in, n_out)


# %% solution="normal"
def normal(n_in, n_out, std, generator):
    return std * torch.randn(n_in, n_out, generator=generator)


# %% solution="xavier_normal"
def xavier_normal(n_in, n_out, generator):
    return normal(n_in, n_out, sqrt(2 / (n_in + n_out)), generator)


# %% solution="xavier_uniform"
def xavier_uniform(n_in, n_out, generator):
    b = sqrt(6 / (n_in + n_out))
    return torch.rand(n_in, n_out, generator=generator) * 2 * b - b


# %% solution="he_normal"
def he_normal(n_in, n_out, generator, mode):
    if mode not in ("fan_in", "fan_avg"):
        raise ValueError(f"mode is {mode!r}; it is 'fan_in' or 'fan_avg'.")
    if mode == "fan_in":
        return normal(n_in, n_out, sqrt(2 / n_in), generator)
    return normal(n_in, n_out, sqrt(4 / (n_in + n_out)), generator)
