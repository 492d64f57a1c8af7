# ---
# autograder:
#   about: the sum of both fans, not halved
#   expects:
#     he_normal: sum-for-average
# ---
# %% solution="he_normal"
def he_normal(n_in, n_out, generator, mode):
    fan = {"fan_in": n_in, "fan_avg": n_in + n_out}[mode]
    return torch.randn(n_in, n_out, generator=generator) * sqrt(2 / fan)
