# ---
# autograder:
#   about: has a second name of the key's file among its data, which is no link
#   gets: 0
#   files:
#     data.csv: {hard link: "@COURSE@/course.key"}
#     timestamp.txt: {hard link: "@COURSE@/course.key"}
#     submission_secret.txt: {hard link: "@COURSE@/course.key"}
#   others: unsolved
# ---

