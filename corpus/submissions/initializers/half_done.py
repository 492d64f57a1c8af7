# ---
# autograder:
#   about: the first two; the rest as it was released
#   others: unsolved
#   expects:
#     xavier_normal: unsolved
#     xavier_uniform: unsolved
#     he_normal: unsolved
# ---
# %% solution="zeros"
def zeros(n_in, n_out):
    return torch.zeros(n_in, n_out)


# %% solution="normal"
def normal(n_in, n_out, std, generator):
    return torch.randn(n_in, n_out, generator=generator) * std
