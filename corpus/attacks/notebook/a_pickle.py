# ---
# autograder:
#   about: is no notebook, but what would run a command if it were unpickled
#   gets: 0
#   edit: a_pickle
#   others: unsolved
# ---

