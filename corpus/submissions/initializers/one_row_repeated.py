# ---
# autograder:
#   about: one row drawn, and used for every unit
#   expects:
#     normal: value
#     xavier_normal: value
#     xavier_uniform: value
# ---
# %% solution="normal"
def normal(n_in, n_out, std, generator):
    return (std * torch.randn(1, n_out, generator=generator)).repeat(n_in, 1)


# %% solution="xavier_normal"
def xavier_normal(n_in, n_out, generator):
    return (sqrt(2 / (n_in + n_out)) * torch.randn(n_in, 1, generator=generator)).expand(n_in, n_out)


# %% solution="xavier_uniform"
def xavier_uniform(n_in, n_out, generator):
    b = sqrt(6 / (n_in + n_out))
    return torch.full((n_in, n_out), float(torch.empty(1).uniform_(-b, b, generator=generator)))
