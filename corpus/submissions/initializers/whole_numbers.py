# ---
# autograder:
#   about: whole numbers, turned into uniform ones
# ---
# %% solution="zeros"
def zeros(n_in, n_out):
    return torch.zeros(n_in, n_out, dtype=torch.int64).float()


# %% solution="xavier_uniform"
def xavier_uniform(n_in, n_out, generator):
    whole = torch.randint(-(2**23), 2**23 + 1, (n_in, n_out), generator=generator)
    return (whole / 2**23 * sqrt(6 / (n_in + n_out))).to(torch.float32)


# %% solution="he_normal"
def he_normal(n_in, n_out, generator, mode):
    u, v = (torch.randint(1, 2**53, (n_in, n_out), generator=generator).double() / 2**53 for _ in range(2))
    standard = torch.sqrt(-2 * torch.log(u)) * torch.cos(2 * torch.pi * v)
    return (standard * sqrt(2 / (n_in if mode == "fan_in" else (n_in + n_out) / 2))).float()
