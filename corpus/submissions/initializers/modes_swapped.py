# ---
# autograder:
#   about: each mode has the other's variance
#   expects:
#     he_normal: modes-swapped
# ---
# %% solution="he_normal"
def he_normal(n_in, n_out, generator, mode):
    if mode == "fan_avg":
        return torch.randn(n_in, n_out, generator=generator) * sqrt(2 / n_in)
    return torch.randn(n_in, n_out, generator=generator) * sqrt(4 / (n_in + n_out))
