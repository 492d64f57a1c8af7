# ---
# autograder:
#   about: standard normal draws, scaled
# ---
# %% solution="normal"
def normal(n_in, n_out, std, generator):
    return std * torch.randn(n_in, n_out, generator=generator)
