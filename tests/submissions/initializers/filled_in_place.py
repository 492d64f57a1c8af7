# ---
# autograder:
#   about: an empty tensor, filled by normal_
# ---
# %% solution="normal"
def normal(n_in, n_out, std, generator):
    weights = torch.empty((n_in, n_out), dtype=torch.float32)
    weights.normal_(mean=0.0, std=std, generator=generator)
    return weights
