# ---
# autograder:
#   about: deviations that are off by a tenth, and weights that are cut off
#   expects:
#     normal: value
#     xavier_normal: value
#     xavier_uniform: value
#     he_normal: value
# ---
# %% solution="normal"
def normal(n_in, n_out, std, generator):
    return 1.1 * std * torch.randn(n_in, n_out, generator=generator)


# %% solution="xavier_normal"
def xavier_normal(n_in, n_out, generator):
    std = sqrt(2 / (n_in + n_out))
    return (std * torch.randn(n_in, n_out, generator=generator)).clamp(-std, std)


# %% solution="xavier_uniform"
def xavier_uniform(n_in, n_out, generator):
    signs = torch.randint(0, 2, (n_in, n_out), generator=generator) * 2.0 - 1
    return signs * sqrt(2 / (n_in + n_out))


# %% solution="he_normal"
def he_normal(n_in, n_out, generator, mode):
    return torch.randn(n_in, n_out, generator=generator) * sqrt(2 / (n_in if mode == "fan_in" else max(n_in, n_out)))
