# ---
# autograder:
#   about: has a second name of the key's file among its data, which is no link
#   gets: 0
#   files:
#     data.csv: {hard link: "@COURSE@/course.key"}
#     points.json: {hard link: "@COURSE@/source/optimizers/optimizers.ipynb"}
#   others: unsolved
# ---

