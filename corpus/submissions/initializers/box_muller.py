# ---
# autograder:
#   about: pairs of normal draws made from pairs of uniform ones
# ---
# %%
import math


def pairs_of_normals(count, generator):
    radius = torch.sqrt(-2 * torch.log1p(-torch.rand(count, dtype=torch.float64, generator=generator)))
    angle = 2 * math.pi * torch.rand(count, dtype=torch.float64, generator=generator)
    return torch.cat([radius * torch.cos(angle), radius * torch.sin(angle)])


# %% solution="normal"
def normal(n_in, n_out, std, generator):
    count = n_in * n_out
    draws = pairs_of_normals((count + 1) // 2, generator)[:count]
    return (std * draws).reshape(n_in, n_out).float()


# %% solution="xavier_normal"
def xavier_normal(n_in, n_out, generator):
    return normal(n_in, n_out, math.sqrt(2 / (n_in + n_out)), generator)


# %% solution="he_normal"
def he_normal(n_in, n_out, generator, mode):
    return normal(n_in, n_out, math.sqrt(2 / n_in if mode == "fan_in" else 4 / (n_in + n_out)), generator)
