# ---
# autograder:
#   about: cut off at two deviations, then scaled to the right one
#   expects:
#     normal: truncated
#     xavier_normal: truncated
#     he_normal: truncated
#   uses: [normal, xavier_normal, he_normal]
# ---
# %%
KEPT = 0.87962566103423978


def truncated(n_in, n_out, std, generator):
    wide = std / KEPT
    return torch.nn.init.trunc_normal_(
        torch.empty(n_in, n_out), std=wide, a=-2 * wide, b=2 * wide, generator=generator
    )


# %% solution="normal"
def normal(n_in, n_out, std, generator):
    return truncated(n_in, n_out, std, generator)


# %% solution="xavier_normal"
def xavier_normal(n_in, n_out, generator):
    return truncated(n_in, n_out, sqrt(2 / (n_in + n_out)), generator)


# %% solution="he_normal"
def he_normal(n_in, n_out, generator, mode):
    fan = n_in if mode == "fan_in" else (n_in + n_out) / 2
    return truncated(n_in, n_out, sqrt(2 / fan), generator)
