# ---
# autograder:
#   about: turns code into prose and prose into code, and lets a check and a solution change names
#   gets: 0
#   edit: other_kinds_of_cells
#   others: unsolved
# ---

