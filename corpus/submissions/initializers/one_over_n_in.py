# ---
# autograder:
#   about: 1 / n_in for the variance, as Caffe's Xavier has it
#   expects:
#     xavier_normal: one-over-n-in
#     xavier_uniform: one-over-n-in
# ---
# %% solution="xavier_normal"
def xavier_normal(n_in, n_out, generator):
    return torch.randn(n_in, n_out, generator=generator) / sqrt(n_in)


# %% solution="xavier_uniform"
def xavier_uniform(n_in, n_out, generator):
    scale = sqrt(3 / n_in)
    return torch.empty(n_in, n_out).uniform_(-scale, scale, generator=generator)
