# ---
# autograder:
#   about: a variance is used as a deviation, or the other way round
#   expects:
#     normal: variance-as-std
#     xavier_normal: variance-as-std
#     xavier_uniform: root-missing
#     he_normal: variance-as-std
# ---
# %% solution="normal"
def normal(n_in, n_out, std, generator):
    return std**0.5 * torch.randn(n_in, n_out, generator=generator)


# %% solution="xavier_normal"
def xavier_normal(n_in, n_out, generator):
    return torch.randn(n_in, n_out, generator=generator) * 2 / (n_in + n_out)


# %% solution="xavier_uniform"
def xavier_uniform(n_in, n_out, generator):
    b = 6 / (n_in + n_out)
    return torch.empty(n_in, n_out).uniform_(-b, b, generator=generator)


# %% solution="he_normal"
def he_normal(n_in, n_out, generator, mode):
    variance = {"fan_in": 2 / n_in, "fan_avg": 4 / (n_in + n_out)}[mode]
    return torch.normal(0.0, variance, (n_in, n_out), generator=generator)
