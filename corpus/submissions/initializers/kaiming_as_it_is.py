# ---
# autograder:
#   about: torch's kaiming_normal_ on (n_in, n_out), which takes the columns for the fan-in
#   expects:
#     he_normal: n-out-for-n-in
#   uses: [he_normal]
# ---
# %% solution="he_normal"
def he_normal(n_in, n_out, generator, mode):
    if mode == "fan_in":
        return torch.nn.init.kaiming_normal_(
            torch.empty(n_in, n_out), mode="fan_in", nonlinearity="relu", generator=generator
        )
    return torch.randn(n_in, n_out, generator=generator) * sqrt(4 / (n_in + n_out))
