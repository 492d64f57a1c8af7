# ---
# autograder:
#   about: torch.ones
#   expects:
#     zeros: ones
# ---
# %% solution="zeros"
def zeros(n_in, n_out):
    return torch.ones(n_in, n_out)
