# ---
# autograder:
#   about: tensors that are complex, sparse, whole, on no device, or flat
#   expects:
#     zeros: dtype
#     normal: dtype
#     xavier_normal: wrong kind
#     xavier_uniform: wrong kind
#     he_normal: shape
# ---
# %% solution="zeros"
def zeros(n_in, n_out):
    return torch.zeros(n_in, n_out, dtype=torch.int64)


# %% solution="normal"
def normal(n_in, n_out, std, generator):
    return (std * torch.randn(n_in, n_out, generator=generator)).to(torch.complex64)


# %% solution="xavier_normal"
def xavier_normal(n_in, n_out, generator):
    return (torch.randn(n_in, n_out, generator=generator) * sqrt(2 / (n_in + n_out))).to_sparse()


# %% solution="xavier_uniform"
def xavier_uniform(n_in, n_out, generator):
    return torch.empty(n_in, n_out, device="meta")


# %% solution="he_normal"
def he_normal(n_in, n_out, generator, mode):
    return torch.randn(n_in * n_out, generator=generator) * sqrt(2 / n_in)
