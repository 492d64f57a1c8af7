# ---
# autograder:
#   about: sets a seed of its own, so that every call gives the same
#   expects:
#     normal: reseeded
# ---
# %% solution="normal"
def normal(n_in, n_out, std, generator):
    generator.manual_seed(42)
    return std * torch.randn(n_in, n_out, generator=generator)
