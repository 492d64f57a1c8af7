# ---
# autograder:
#   about: one over the fan, or over both fans
#   expects:
#     xavier_normal: two-missing
#     he_normal: two-missing
# ---
# %% solution="xavier_normal"
def xavier_normal(n_in, n_out, generator):
    return torch.randn(n_in, n_out, generator=generator) / sqrt(n_in + n_out)


# %% solution="he_normal"
def he_normal(n_in, n_out, generator, mode):
    fan = n_in if mode == "fan_in" else (n_in + n_out) / 2
    return torch.randn(n_in, n_out, generator=generator) / sqrt(fan)
