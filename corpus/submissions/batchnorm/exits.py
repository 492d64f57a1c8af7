# ---
# autograder:
#   about: leaves by every door, from the process too
#   expects:
#     standardize: raised
#     min_max: crashed
# ---
# %%
import os
import sys


# %% solution="standardize"
def standardize(x):
    sys.exit(0)


# %% solution="min_max"
def min_max(x):
    os._exit(0)
