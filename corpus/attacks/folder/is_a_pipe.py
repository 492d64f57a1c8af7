# ---
# autograder:
#   about: is a pipe that nobody writes to
#   gets: 0
#   files:
#     optimizers.ipynb: {pipe: ~}
#   others: unsolved
# ---

