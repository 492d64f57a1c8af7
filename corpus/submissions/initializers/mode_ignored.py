# ---
# autograder:
#   about: the mode is not looked at, so that it is always fan_in
#   expects:
#     he_normal: always-fan-in
# ---
# %% solution="he_normal"
def he_normal(n_in, n_out, generator, mode="fan_in"):
    return torch.randn(n_in, n_out, generator=generator) * sqrt(2 / n_in)
