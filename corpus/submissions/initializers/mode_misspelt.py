# ---
# autograder:
#   about: compares with a mode that there isn't, so that it is always fan_avg
#   expects:
#     he_normal: always-fan-avg
# ---
# %% solution="he_normal"
def he_normal(n_in, n_out, generator, mode):
    if mode == "fan-in":
        return torch.randn(n_in, n_out, generator=generator) * sqrt(2 / n_in)
    else:
        return torch.randn(n_in, n_out, generator=generator) * sqrt(4 / (n_in + n_out))
