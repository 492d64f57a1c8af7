# ---
# autograder:
#   about: is a device that gives zeros without end
#   gets: 0
#   files:
#     optimizers.ipynb: {device: 5}
#   others: unsolved
# ---

