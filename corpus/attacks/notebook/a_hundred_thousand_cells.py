# ---
# autograder:
#   about: has more cells than anybody would look at
#   gets: 0
#   edit: a_hundred_thousand_cells
#   others: unsolved
# ---

