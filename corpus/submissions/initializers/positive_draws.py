# ---
# autograder:
#   about: rand times the bound
#   expects:
#     xavier_uniform: positive-draws
# ---
# %% solution="xavier_uniform"
def xavier_uniform(n_in, n_out, generator):
    return torch.rand(n_in, n_out, generator=generator) * sqrt(6 / (n_in + n_out))
