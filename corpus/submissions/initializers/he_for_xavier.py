# ---
# autograder:
#   about: He's variance in Xavier's functions
#   expects:
#     xavier_normal: he
#     xavier_uniform: he
# ---
# %% solution="xavier_normal"
def xavier_normal(n_in, n_out, generator):
    return torch.randn(n_in, n_out, generator=generator) * sqrt(2 / n_in)


# %% solution="xavier_uniform"
def xavier_uniform(n_in, n_out, generator):
    return (2 * torch.rand(n_in, n_out, generator=generator) - 1) * sqrt(6 / n_in)
