# ---
# autograder:
#   about: one row drawn, and used for every unit
#   expects:
#     normal: value
# ---
# %% solution="normal"
def normal(n_in, n_out, std, generator):
    return (std * torch.randn(1, n_out, generator=generator)).repeat(n_in, 1)
