# ---
# autograder:
#   about: handed in as it was released
#   others: unsolved
#   expects:
#     standardize: unsolved
#     min_max: unsolved
#     batchnorm_forward: unsolved
#     batchnorm_backward: unsolved
# ---
# %% [markdown]
# Is this due today?
