# ---
# autograder:
#   about: rand, moved by a half and not doubled
#   expects:
#     xavier_uniform: half-the-width
# ---
# %% solution="xavier_uniform"
def xavier_uniform(n_in, n_out, generator):
    return (torch.rand(n_in, n_out, generator=generator) - 0.5) * sqrt(6 / (n_in + n_out))
