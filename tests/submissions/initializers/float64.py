# ---
# autograder:
#   about: right draws in float64
#   expects:
#     normal: dtype
# ---
# %% solution="normal"
def normal(n_in, n_out, std, generator):
    return std * torch.randn(n_in, n_out, generator=generator, dtype=torch.float64)
