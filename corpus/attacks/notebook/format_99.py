# ---
# autograder:
#   about: is of a format that is not there yet, whose number is a page
#   gets: 0
#   edit: format_99
#   others: unsolved
# ---

