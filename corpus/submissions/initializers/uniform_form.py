# ---
# autograder:
#   about: the uniform form where the normal one is asked
#   expects:
#     normal: uniform-form
#     xavier_normal: uniform-form
#     he_normal: uniform-form
#   uses: [xavier_normal, he_normal]
# ---
# %% solution="normal"
def normal(n_in, n_out, std, generator):
    return (torch.rand(n_in, n_out, generator=generator) - 0.5) * sqrt(12) * std


# %% solution="xavier_normal"
def xavier_normal(n_in, n_out, generator):
    return torch.nn.init.xavier_uniform_(torch.empty(n_in, n_out), generator=generator)


# %% solution="he_normal"
def he_normal(n_in, n_out, generator, mode):
    if mode == "fan_in":
        return torch.nn.init.kaiming_uniform_(
            torch.empty(n_out, n_in), nonlinearity="relu", generator=generator
        ).T
    return torch.nn.init.xavier_uniform_(
        torch.empty(n_in, n_out), gain=sqrt(2), generator=generator
    )
