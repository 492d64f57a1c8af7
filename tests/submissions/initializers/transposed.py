# ---
# autograder:
#   about: shape (n_out, n_in), as torch.nn.Linear keeps it
#   expects:
#     normal: transposed
# ---
# %% solution="normal"
def normal(n_in, n_out, std, generator):
    return std * torch.randn(n_out, n_in, generator=generator)
