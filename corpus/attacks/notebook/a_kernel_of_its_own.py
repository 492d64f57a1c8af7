# ---
# autograder:
#   about: names a kernel that would be a command
#   gets: 0
#   edit: a_kernel_of_its_own
#   others: unsolved
# ---

