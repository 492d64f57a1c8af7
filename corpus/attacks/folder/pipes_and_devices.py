# ---
# autograder:
#   about: has pipes, sockets and devices among its data, which nobody must wait for
#   gets: 0
#   files:
#     data.csv: {pipe: ~}
#     notes.ipynb: {pipe: ~}
#     timestamp.txt: {pipe: ~}
#     submission_secret.txt: {pipe: ~}
#     door.txt: {socket: ~}
#     zeros.csv: {device: 5}
#     full.txt: {device: 7}
#   others: unsolved
# ---

