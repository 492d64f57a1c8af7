# ---
# autograder:
#   about: is a link to the instructor's solved notebook
#   gets: 0
#   files:
#     optimizers.ipynb: {link: "@COURSE@/source/optimizers/optimizers.ipynb"}
#   others: unsolved
# ---

