# ---
# autograder:
#   about: 1 / n_out for the variance
#   expects:
#     xavier_normal: one-over-n-out
# ---
# %% solution="xavier_normal"
def xavier_normal(n_in, n_out, generator):
    return torch.randn(n_in, n_out, generator=generator) / sqrt(n_out)
