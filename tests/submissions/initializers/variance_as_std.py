# ---
# autograder:
#   about: std is taken for the variance
#   expects:
#     normal: variance-as-std
# ---
# %% solution="normal"
def normal(n_in, n_out, std, generator):
    return std**0.5 * torch.randn(n_in, n_out, generator=generator)
