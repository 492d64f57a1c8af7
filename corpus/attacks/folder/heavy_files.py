# ---
# autograder:
#   about: brings 50 MB of junk, and a file that says it has a terabyte
#   gets: 0
#   files:
#     junk.csv: {bytes: 50_000_000}
#     more.csv: {bytes: 49_000_000}
#     sparse.csv: {bytes: 1_099_511_627_776}
#     sparse.ipynb: {bytes: 1_099_511_627_776}
#   others: unsolved
# ---

