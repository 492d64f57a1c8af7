# ---
# autograder:
#   about: draws from the global generator
#   expects:
#     normal: generator-ignored
# ---
# %% solution="normal"
def normal(n_in, n_out, std, generator):
    return std * torch.randn(n_in, n_out)
