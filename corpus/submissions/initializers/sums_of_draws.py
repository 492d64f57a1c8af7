# ---
# autograder:
#   about: a normal weight as the scaled sum of two, a uniform one in two steps
# ---
# %% solution="normal"
def normal(n_in, n_out, std, generator):
    pair = torch.randn(2, n_in, n_out, generator=generator)
    return pair.sum(dim=0) * (std / 2**0.5)


# %% solution="xavier_normal"
def xavier_normal(n_in, n_out, generator):
    # Each fan gives its share of n_in + n_out products.
    return torch.randn(n_in, n_out, generator=generator) / torch.tensor([n_in, n_out]).float().mean().sqrt()


# %% solution="xavier_uniform"
def xavier_uniform(n_in, n_out, generator):
    half = torch.randint(0, 2, (n_in, n_out), generator=generator)
    within = torch.rand(n_in, n_out, generator=generator)
    return (half - within) * (6 / (n_in + n_out)) ** 0.5


# %% solution="he_normal"
def he_normal(n_in, n_out, generator, mode):
    if mode == "fan_avg":
        return xavier_normal(n_in, n_out, generator) * 2**0.5
    draws = torch.randn(n_in, n_out, 4, generator=generator)
    return draws.mean(-1).mul(2) * (2 / n_in) ** 0.5
