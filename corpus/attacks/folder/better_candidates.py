# ---
# autograder:
#   about: puts solved notebooks beside its own, by links to the instructor's
#   gets: 0
#   files:
#     optimizers-solved.ipynb: {link: "@COURSE@/source/optimizers/optimizers.ipynb"}
#     Optimizers.ipynb: {link: "@COURSE@/source/optimizers/optimizers.ipynb"}
#     sub/optimizers.ipynb: {link: "@COURSE@/submitted/honest-1/optimizers/optimizers.ipynb"}
#     optimizers: {link: "@COURSE@/source/optimizers"}
#   others: unsolved
# ---

