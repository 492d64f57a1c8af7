# ---
# autograder:
#   about: two uniform draws, added up and centred, with the right deviation
#   expects:
#     normal: value
# ---
# %% solution="normal"
def normal(n_in, n_out, std, generator):
    two = torch.rand(2, n_in, n_out, generator=generator).sum(0) - 1
    return std * sqrt(6) * two
