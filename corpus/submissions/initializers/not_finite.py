# ---
# autograder:
#   about: a division by what may be 0, and a root of what is negative
#   expects:
#     normal: not finite
#     he_normal: not finite
# ---
# %% solution="normal"
def normal(n_in, n_out, std, generator):
    draws = torch.randn(n_in, n_out, generator=generator)
    return std * draws / (draws != draws.max())


# %% solution="he_normal"
def he_normal(n_in, n_out, generator, mode):
    variance = torch.tensor(2 / n_in if mode == "fan_in" else 2 / (n_in - n_out) - 2 / n_in)
    return torch.randn(n_in, n_out, generator=generator) * variance.sqrt()
