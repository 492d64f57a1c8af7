# ---
# autograder:
#   about: says in its metadata that every cell is worth a thousand points and has them
#   gets: 0
#   edit: a_thousand_points
#   others: unsolved
# ---

