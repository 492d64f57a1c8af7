# ---
# autograder:
#   about: randn where rand belongs, stretched and moved like rand
#   expects:
#     xavier_uniform: randn-for-rand
# ---
# %% solution="xavier_uniform"
def xavier_uniform(n_in, n_out, generator):
    return (2 * torch.randn(n_in, n_out, generator=generator) - 1) * sqrt(6 / (n_in + n_out))
