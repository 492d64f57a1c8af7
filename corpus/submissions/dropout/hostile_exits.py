# ---
# autograder:
#   about: the process that it runs in is ended
#   expects:
#     dropout: crashed
#     variance: raised
# ---
# %%
import os
import sys


# %% solution="dropout"
class Dropout:
    def __init__(self, p):
        os._exit(0)


# %% solution="variance"
def variance(x, p):
    sys.exit(0)
