# ---
# autograder:
#   about: is nested a hundred thousand deep, which most readers of JSON don't survive
#   gets: 0
#   edit: nested_deeply
#   others: unsolved
# ---

