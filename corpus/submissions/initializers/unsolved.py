# ---
# autograder:
#   about: handed in as it was released
#   others: unsolved
#   expects:
#     zeros: unsolved
#     normal: unsolved
#     xavier_normal: unsolved
#     xavier_uniform: unsolved
#     he_normal: unsolved
# ---
# %%
x = 1 + 1
x
