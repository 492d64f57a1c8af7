# ---
# autograder:
#   about: holds no notebook, but a link to a folder that does
#   gets: 0
#   files:
#     optimizers.ipynb: {folders: 1}
#     solved: {link: "@COURSE@/source/optimizers"}
#   others: unsolved
# ---

