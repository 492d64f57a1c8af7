# ---
# autograder:
#   about: the normal form where the uniform one is asked
#   expects:
#     xavier_uniform: normal-form
#   uses: [xavier_uniform]
# ---
# %% solution="xavier_uniform"
def xavier_uniform(n_in, n_out, generator):
    return torch.nn.init.xavier_normal_(torch.empty(n_in, n_out), generator=generator)
