# ---
# autograder:
#   about: two mistakes in one function, which have no name together
#   expects:
#     normal: value
#     xavier_uniform: value
#     he_normal: value
# ---
# %% solution="normal"
def normal(n_in, n_out, std, generator):
    return std**2 * torch.randn(n_in, n_out)


# %% solution="xavier_uniform"
def xavier_uniform(n_in, n_out, generator):
    b = sqrt(3 / n_in)
    return torch.rand(n_in, n_out, generator=generator) * b


# %% solution="he_normal"
def he_normal(n_in, n_out, generator, mode):
    generator.manual_seed(0)
    return torch.randn(n_in, n_out, generator=generator) * 2 / n_in
