# ---
# autograder:
#   about: rand in the place of randn
#   expects:
#     normal: uniform-draws
#     xavier_normal: uniform-draws
#     he_normal: uniform-draws
# ---
# %% solution="normal"
def normal(n_in, n_out, std, generator):
    return std * torch.rand(n_in, n_out, generator=generator)


# %% solution="xavier_normal"
def xavier_normal(n_in, n_out, generator):
    return torch.rand(n_in, n_out, generator=generator) * sqrt(2 / (n_in + n_out))


# %% solution="he_normal"
def he_normal(n_in, n_out, generator, mode):
    fan = n_in if mode == "fan_in" else (n_in + n_out) / 2
    return torch.rand(n_in, n_out, generator=generator) * sqrt(2 / fan)
