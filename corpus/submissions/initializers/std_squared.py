# ---
# autograder:
#   about: the variance is used where the standard deviation belongs
#   expects:
#     normal: std-squared
# ---
# %% solution="normal"
def normal(n_in, n_out, std, generator):
    return std**2 * torch.randn(n_in, n_out, generator=generator)
