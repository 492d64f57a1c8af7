# ---
# autograder:
#   about: empty tensors, filled in place
# ---
# %% solution="zeros"
def zeros(n_in, n_out):
    weights = torch.empty((n_in, n_out))
    weights.fill_(0)
    return weights


# %% solution="normal"
def normal(n_in, n_out, std, generator):
    weights = torch.empty((n_in, n_out), dtype=torch.float32)
    weights.normal_(mean=0.0, std=std, generator=generator)
    return weights


# %% solution="xavier_normal"
def xavier_normal(n_in, n_out, generator):
    weights = torch.empty(n_in, n_out)
    return weights.normal_(0, (2 / (n_in + n_out)) ** 0.5, generator=generator)


# %% solution="xavier_uniform"
def xavier_uniform(n_in, n_out, generator):
    bound = (6 / (n_in + n_out)) ** 0.5
    return torch.empty(n_in, n_out).uniform_(-bound, bound, generator=generator)


# %% solution="he_normal"
def he_normal(n_in, n_out, generator, mode):
    fan = {"fan_in": n_in, "fan_avg": (n_in + n_out) / 2}[mode]
    weights = torch.empty(n_in, n_out).normal_(generator=generator)
    weights.mul_(2).div_(fan**0.5).div_(2**0.5)
    return weights
