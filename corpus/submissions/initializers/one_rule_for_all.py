# ---
# autograder:
#   about: one function that scales a variance, as Keras has it; the others call it
# ---
# %%
def variance_scaling(scale, mode, distribution, n_in, n_out, generator):
    fan = {"fan_in": n_in, "fan_out": n_out, "fan_avg": (n_in + n_out) / 2}[mode]
    variance = scale / fan
    if distribution == "normal":
        return torch.randn(n_in, n_out, generator=generator) * variance**0.5
    if distribution == "uniform":
        limit = (3 * variance) ** 0.5
        return limit - 2 * limit * torch.rand(n_in, n_out, generator=generator)
    raise ValueError(distribution)


# %% solution="zeros"
def zeros(n_in, n_out):
    return variance_scaling(0.0, "fan_avg", "normal", n_in, n_out, None)


# %% solution="normal"
def normal(n_in, n_out, std, generator):
    return variance_scaling(std**2 * n_in, "fan_in", "normal", n_in, n_out, generator)


# %% solution="xavier_normal"
def xavier_normal(n_in, n_out, generator):
    return variance_scaling(1, "fan_avg", "normal", n_in, n_out, generator)


# %% solution="xavier_uniform"
def xavier_uniform(n_in, n_out, generator):
    return variance_scaling(1, "fan_avg", "uniform", n_in, n_out, generator)


# %% solution="he_normal"
def he_normal(n_in, n_out, generator, mode):
    return variance_scaling(2, mode, "normal", n_in, n_out, generator)
