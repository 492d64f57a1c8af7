# ---
# autograder:
#   about: has links in circles, and folders in folders beyond what a path can say
#   gets: 0
#   files:
#     self: {link: "."}
#     up: {link: "../.."}
#     one: {link: "two"}
#     two: {link: "one"}
#     deep: {folders: 3000}
#   others: unsolved
# ---

