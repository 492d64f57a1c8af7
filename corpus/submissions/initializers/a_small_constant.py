# ---
# autograder:
#   about: all weights the same small number
#   expects:
#     zeros: constant
# ---
# %% solution="zeros"
def zeros(n_in, n_out):
    return torch.full((n_in, n_out), 0.01)
