# ---
# autograder:
#   about: 1 / sqrt(n_in), which torch.nn.Linear uses
#   expects:
#     xavier_uniform: one-over-root-n-in
# ---
# %% solution="xavier_uniform"
def xavier_uniform(n_in, n_out, generator):
    b = 1 / sqrt(n_in)
    return torch.empty(n_in, n_out).uniform_(-b, b, generator=generator)
