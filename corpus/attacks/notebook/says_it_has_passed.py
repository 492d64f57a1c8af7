# ---
# autograder:
#   about: shows the outputs of a full score under every check, as if they were the grader's
#   gets: 0
#   edit: says_it_has_passed
#   others: unsolved
# ---

