# ---
# autograder:
#   about: the notebook as it was released
#   expects:
#     dropout: unsolved
#     variance: unsolved
#     vanilla: unsolved
#   others: unsolved
# ---
