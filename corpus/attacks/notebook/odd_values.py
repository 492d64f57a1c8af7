# ---
# autograder:
#   about: has sources, names and metadata of kinds that have no business there, NaN among them
#   gets: 0
#   edit: odd_values
#   others: unsolved
# ---

