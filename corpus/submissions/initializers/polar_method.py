# ---
# autograder:
#   about: Marsaglia's polar method, points of the unit disc, drawn again where they miss it
# ---
# %%
def standard(count, generator):
    kept = torch.empty(0, dtype=torch.float64)
    while len(kept) < count:
        point = 2 * torch.rand(2, count, generator=generator, dtype=torch.float64) - 1
        square = (point**2).sum(0)
        inside = (square > 0) & (square < 1)
        square = square[inside]
        normals = point[:, inside] * torch.sqrt(-2 * torch.log(square) / square)
        kept = torch.cat([kept, normals.flatten()])
    return kept[:count]


# %% solution="normal"
def normal(n_in, n_out, std, generator):
    return (std * standard(n_in * n_out, generator)).view(n_in, n_out).float()


# %% solution="xavier_normal"
def xavier_normal(n_in, n_out, generator):
    return (standard(n_in * n_out, generator) * (2 / (n_in + n_out)) ** 0.5).view(n_in, n_out).float()


# %% solution="he_normal"
def he_normal(n_in, n_out, generator, mode):
    denominator = n_in if mode == "fan_in" else (n_in + n_out) / 2
    return (standard(n_in * n_out, generator) * (2 / denominator) ** 0.5).view(n_in, n_out).float()
