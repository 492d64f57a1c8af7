# ---
# autograder:
#   about: doubled twice
#   expects:
#     xavier_uniform: twice-the-width
# ---
# %% solution="xavier_uniform"
def xavier_uniform(n_in, n_out, generator):
    width = 2 * sqrt(6 / (n_in + n_out))
    return torch.empty(n_in, n_out).uniform_(-width, width, generator=generator)
