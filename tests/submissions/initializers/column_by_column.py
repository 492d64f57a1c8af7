# ---
# autograder:
#   about: one column for each unit of the next layer, drawn one after the other
# ---
# %% solution="normal"
def normal(n_in, n_out, std, generator):
    columns = []
    for _ in range(n_out):
        columns.append(torch.randn(n_in, generator=generator) * std)
    return torch.stack(columns, dim=1)
