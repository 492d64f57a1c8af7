# ---
# autograder:
#   about: calls a function that torch does not have
#   expects:
#     normal: raised
# ---
# %% solution="normal"
def normal(n_in, n_out, std, generator):
    return torch.gaussian(0, std, (n_in, n_out), generator=generator)
