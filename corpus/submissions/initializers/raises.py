# ---
# autograder:
#   about: calls what torch doesn't have, and what Python doesn't allow
#   expects:
#     zeros: raised
#     normal: raised
#     xavier_normal: raised
#     he_normal: raised
# ---
# %% solution="zeros"
def zeros(n_in, n_out):
    return torch.zero(n_in, n_out)


# %% solution="normal"
def normal(n_in, n_out, std, generator):
    return torch.gaussian(0, std, (n_in, n_out), generator=generator)


# %% solution="xavier_normal"
def xavier_normal(n_in, n_out):
    return torch.randn(n_in, n_out) * sqrt(2 / (n_in + n_out))


# %% solution="he_normal"
def he_normal(n_in, n_out, generator, mode):
    if mode != "fan_in" or mode != "fan_avg":
        raise ValueError(mode)
    return torch.randn(n_in, n_out, generator=generator) * sqrt(2 / n_in)
