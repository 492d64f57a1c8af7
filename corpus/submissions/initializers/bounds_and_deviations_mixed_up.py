# ---
# autograder:
#   about: the normal form with the bound, the uniform one with the deviation
#   expects:
#     xavier_normal: bound-as-std
#     xavier_uniform: std-as-bound
# ---
# %% solution="xavier_normal"
def xavier_normal(n_in, n_out, generator):
    return torch.randn(n_in, n_out, generator=generator) * sqrt(6 / (n_in + n_out))


# %% solution="xavier_uniform"
def xavier_uniform(n_in, n_out, generator):
    b = sqrt(2 / (n_in + n_out))
    return torch.empty(n_in, n_out).uniform_(-b, b, generator=generator)
