# ---
# autograder:
#   about: right draws as lists of lists
#   expects:
#     normal: wrong kind
# ---
# %% solution="normal"
def normal(n_in, n_out, std, generator):
    return (std * torch.randn(n_in, n_out, generator=generator)).tolist()
