# ---
# autograder:
#   about: the bound with 3 under the root
#   expects:
#     xavier_uniform: three-for-six
# ---
# %% solution="xavier_uniform"
def xavier_uniform(n_in, n_out, generator):
    b = sqrt(3 / (n_in + n_out))
    return 2 * b * torch.rand(n_in, n_out, generator=generator) - b
