# ---
# autograder:
#   about: shape (n_out, n_in), as torch.nn.Linear keeps it
#   expects:
#     zeros: transposed
#     normal: transposed
#     xavier_normal: transposed
#     xavier_uniform: transposed
#     he_normal: transposed
#   uses: [xavier_normal, xavier_uniform, he_normal]
# ---
# %% solution="zeros"
def zeros(n_in, n_out):
    return torch.zeros(n_out, n_in)


# %% solution="normal"
def normal(n_in, n_out, std, generator):
    return std * torch.randn(n_out, n_in, generator=generator)


# %% solution="xavier_normal"
def xavier_normal(n_in, n_out, generator):
    return torch.nn.init.xavier_normal_(torch.empty(n_out, n_in), generator=generator)


# %% solution="xavier_uniform"
def xavier_uniform(n_in, n_out, generator):
    return torch.nn.init.xavier_uniform_(torch.empty(n_out, n_in), generator=generator)


# %% solution="he_normal"
def he_normal(n_in, n_out, generator, mode):
    if mode == "fan_in":
        return torch.nn.init.kaiming_normal_(torch.empty(n_out, n_in), generator=generator)
    return torch.randn(n_out, n_in, generator=generator) * sqrt(4 / (n_in + n_out))
