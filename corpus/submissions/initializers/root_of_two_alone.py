# ---
# autograder:
#   about: the root ends after the numerator
#   expects:
#     xavier_normal: root-of-two-alone
# ---
# %% solution="xavier_normal"
def xavier_normal(n_in, n_out, generator):
    return torch.randn(n_in, n_out, generator=generator) * sqrt(2) / (n_in + n_out)
