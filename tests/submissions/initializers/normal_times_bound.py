# ---
# autograder:
#   about: normal draws times the bound
#   expects:
#     xavier_uniform: normal-times-bound
# ---
# %% solution="xavier_uniform"
def xavier_uniform(n_in, n_out, generator):
    return normal(n_in, n_out, sqrt(6 / (n_in + n_out)), generator)
