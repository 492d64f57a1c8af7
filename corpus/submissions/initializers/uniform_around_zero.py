# ---
# autograder:
#   about: uniform between -std and std
#   expects:
#     normal: uniform-around-zero
#     xavier_normal: uniform-around-zero
#     he_normal: uniform-around-zero
# ---
# %% solution="normal"
def normal(n_in, n_out, std, generator):
    return (torch.rand(n_in, n_out, generator=generator) * 2 - 1) * std


# %% solution="xavier_normal"
def xavier_normal(n_in, n_out, generator):
    std = sqrt(2 / (n_in + n_out))
    return torch.empty(n_in, n_out).uniform_(-std, std, generator=generator)


# %% solution="he_normal"
def he_normal(n_in, n_out, generator, mode):
    fan = n_in if mode == "fan_in" else (n_in + n_out) / 2
    std = sqrt(2 / fan)
    return torch.empty(n_in, n_out).uniform_(-std, std, generator=generator)
