# ---
# autograder:
#   about: tiny random weights where zeros are asked
#   expects:
#     zeros: random-numbers
# ---
# %% solution="zeros"
def zeros(n_in, n_out):
    # exactly 0 would not learn anything
    return 0.01 * torch.randn(n_in, n_out)
