# ---
# autograder:
#   about: rand, moved down by one, so that every weight is negative
#   expects:
#     normal: negative-draws
#     xavier_normal: negative-draws
#     xavier_uniform: negative-draws
#     he_normal: negative-draws
# ---
# %% solution="normal"
def normal(n_in, n_out, std, generator):
    return (torch.rand(n_in, n_out, generator=generator) - 1) * std


# %% solution="xavier_normal"
def xavier_normal(n_in, n_out, generator):
    eps = sqrt(2 / (n_in + n_out))
    return -eps * torch.rand(n_in, n_out, generator=generator)


# %% solution="xavier_uniform"
def xavier_uniform(n_in, n_out, generator):
    eps = sqrt(6 / (n_in + n_out))
    return eps * torch.rand(n_in, n_out, generator=generator) - eps


# %% solution="he_normal"
def he_normal(n_in, n_out, generator, mode):
    fan = n_in if mode == "fan_in" else (n_in + n_out) / 2
    return (torch.rand(n_in, n_out, generator=generator) - 1).div((fan / 2) ** 0.5)
