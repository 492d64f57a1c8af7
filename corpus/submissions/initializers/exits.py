# ---
# autograder:
#   about: ends the process that it runs in
#   expects:
#     zeros: raised
#     normal: crashed
# ---
# %%
import os

# %% solution="zeros"
def zeros(n_in, n_out):
    raise SystemExit(0)


# %% solution="normal"
def normal(n_in, n_out, std, generator):
    os._exit(0)
