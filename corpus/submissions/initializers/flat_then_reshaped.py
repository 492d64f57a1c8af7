# ---
# autograder:
#   about: one long vector of draws, scaled and folded; other argument names behind *args
# ---
# %% solution="zeros"
def zeros(*shape, **named):
    size = shape or (named["n_in"], named["n_out"])
    return torch.zeros(size[0] * size[1]).reshape(*size)


# %% solution="normal"
def normal(n_in, n_out, std, generator):
    flat = torch.randn(n_in * n_out, generator=generator)
    torch.mul(flat, std, out=flat)
    return flat.unflatten(0, (n_in, n_out))


# %% solution="xavier_normal"
def xavier_normal(n_in, n_out, generator):
    flat = torch.randn(n_in * n_out, generator=generator) * sqrt(2 / (n_in + n_out))
    return flat.reshape(n_out, n_in).T


# %% solution="xavier_uniform"
def xavier_uniform(n_in, n_out, generator):
    flat = torch.rand(n_in * n_out, generator=generator)
    flat -= 1 / 2
    flat *= sqrt(24 / (n_in + n_out))
    return flat.view(n_in, -1)


# %% solution="he_normal"
def he_normal(n_in, n_out, generator, mode):
    averaged = mode == "fan_avg"
    fan = (n_in + averaged * n_out) / (1 + averaged)
    return torch.randn(n_in * n_out, generator=generator).mul(2).view(n_in, n_out) / sqrt(2 * fan)
