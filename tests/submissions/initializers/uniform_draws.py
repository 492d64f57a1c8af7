# ---
# autograder:
#   about: rand in the place of randn
#   expects:
#     normal: uniform-draws
# ---
# %% solution="normal"
def normal(n_in, n_out, std, generator):
    return std * torch.rand(n_in, n_out, generator=generator)
