# ---
# autograder:
#   about: has each graded cell three times, the first and the last with points of its own
#   gets: 0
#   edit: names_given_twice
#   others: unsolved
# ---

