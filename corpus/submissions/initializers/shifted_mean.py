# ---
# autograder:
#   about: the mean is std instead of 0
#   expects:
#     normal: shifted-mean
# ---
# %% solution="normal"
def normal(n_in, n_out, std, generator):
    return std + std * torch.randn(n_in, n_out, generator=generator)
