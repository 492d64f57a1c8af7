# ---
# autograder:
#   about: handed in as it was released
#   others: unsolved
#   expects:
#     normal: unsolved
# ---
# %%
x = 1 + 1
x
