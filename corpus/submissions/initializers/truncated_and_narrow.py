# ---
# autograder:
#   about: draws beyond two deviations are drawn again, and nothing makes up for it
#   expects:
#     normal: truncated-and-narrow
#     xavier_normal: truncated-and-narrow
#     he_normal: truncated-and-narrow
#   uses: [xavier_normal, he_normal]
# ---
# %% solution="normal"
def normal(n_in, n_out, std, generator):
    weights = std * torch.randn(n_in, n_out, generator=generator)
    while (far := weights.abs() > 2 * std).any():
        weights[far] = std * torch.randn(int(far.sum()), generator=generator)
    return weights


# %% solution="xavier_normal"
def xavier_normal(n_in, n_out, generator):
    std = sqrt(2 / (n_in + n_out))
    weights = torch.empty(n_in, n_out)
    return torch.nn.init.trunc_normal_(weights, 0.0, std, -2 * std, 2 * std, generator=generator)


# %% solution="he_normal"
def he_normal(n_in, n_out, generator, mode):
    fan = n_in if mode == "fan_in" else (n_in + n_out) / 2
    std = sqrt(2 / fan)
    weights = torch.empty(n_in, n_out)
    return torch.nn.init.trunc_normal_(weights, 0.0, std, -2 * std, 2 * std, generator=generator)
