# ---
# autograder:
#   about: the lecture's He for Xavier, and Xavier for He
#   expects:
#     xavier_normal: he-average
#     he_normal: xavier
# ---
# %% solution="xavier_normal"
def xavier_normal(n_in, n_out, generator):
    return torch.randn(n_in, n_out, generator=generator) * sqrt(4 / (n_in + n_out))


# %% solution="he_normal"
def he_normal(n_in, n_out, generator, mode):
    return torch.randn(n_in, n_out, generator=generator) * sqrt(2 / (n_in + n_out))
