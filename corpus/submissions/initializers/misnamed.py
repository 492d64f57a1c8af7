# ---
# autograder:
#   about: functions under names of their own
#   expects:
#     zeros: undefined
#     xavier_normal: undefined
#     he_normal: undefined
# ---
# %% solution="zeros"
def zeroes(n_in, n_out):
    return torch.zeros(n_in, n_out)


# %% solution="xavier_normal"
def glorot_normal(n_in, n_out, generator):
    return torch.randn(n_in, n_out, generator=generator) * sqrt(2 / (n_in + n_out))


# %% solution="he_normal"
def kaiming_normal(n_in, n_out, generator, mode):
    return torch.randn(n_in, n_out, generator=generator) * sqrt(2 / n_in)
