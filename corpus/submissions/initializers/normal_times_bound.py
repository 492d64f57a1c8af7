# ---
# autograder:
#   about: normal draws times the bound
#   expects:
#     xavier_uniform: normal-times-bound
# ---
# %% solution="xavier_uniform"
def xavier_uniform(n_in, n_out, generator):
    return torch.randn(n_in, n_out, generator=generator) * sqrt(6 / (n_in + n_out))
