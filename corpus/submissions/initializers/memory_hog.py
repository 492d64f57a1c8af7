# ---
# autograder:
#   about: asks for more memory than there is
#   expects:
#     normal: raised
# ---
# %% solution="normal"
def normal(n_in, n_out, std, generator):
    return torch.randn(1 << 40, generator=generator)[: n_in * n_out].view(n_in, n_out) * std
