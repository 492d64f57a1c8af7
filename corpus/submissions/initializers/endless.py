# ---
# autograder:
#   about: draws again until the mean is exactly 0
#   expects:
#     normal: time-out
# ---
# %% solution="normal"
def normal(n_in, n_out, std, generator):
    while True:
        weights = std * torch.randn(n_in, n_out, generator=generator)
        if weights.mean() == 0 and weights.std() == std:
            return weights
