# ---
# autograder:
#   about: draws from N(0, 1), whatever std is
#   expects:
#     normal: std-ignored
# ---
# %% solution="normal"
def normal(n_in, n_out, std, generator):
    return torch.randn(n_in, n_out, generator=generator)
