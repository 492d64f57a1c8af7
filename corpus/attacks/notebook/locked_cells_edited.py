# ---
# autograder:
#   about: writes a score into every locked cell
#   gets: 0
#   edit: locked_cells_edited
#   others: unsolved
# ---

