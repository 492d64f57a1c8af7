# ---
# autograder:
#   about: one column for each unit of the next layer, drawn one after the other
# ---
# %% solution="zeros"
def zeros(n_in, n_out):
    return torch.tensor([[0.0 for _ in range(n_out)] for _ in range(n_in)])


# %% solution="normal"
def normal(n_in, n_out, std, generator):
    columns = []
    for _ in range(n_out):
        columns.append(torch.randn(n_in, generator=generator) * std)
    return torch.stack(columns, dim=1)


# %% solution="xavier_normal"
def xavier_normal(n_in, n_out, generator):
    weights = torch.zeros(n_in, n_out)
    for j in range(n_out):
        weights[:, j] = torch.randn(n_in, generator=generator) / ((n_in + n_out) / 2) ** 0.5
    return weights


# %% solution="xavier_uniform"
def xavier_uniform(n_in, n_out, generator):
    weights = zeros(n_in, n_out)
    for row in weights:
        for j in range(n_out):
            row[j] = torch.rand((), generator=generator) - 0.5
    return weights * 2 * (6 / (n_in + n_out)) ** 0.5


# %% solution="he_normal"
def he_normal(n_in, n_out, generator, mode):
    fan = 0
    if mode == "fan_in":
        for _ in range(n_in):
            fan += 1
    else:
        for _ in range(n_in + n_out):
            fan += 0.5
    rows = [torch.randn(n_out, generator=generator) for _ in range(n_in)]
    return torch.stack(rows) * (2 / fan) ** 0.5
