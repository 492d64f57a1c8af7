# ---
# autograder:
#   about: reaches a server by an abstract name, past all files
#   gets: 0
#   others: unsolved
# ---
# %%
import socket

# %%
try:
    socket.socket(socket.AF_UNIX).connect("\0@ABSTRACT@")
    print("GOT THROUGH")
except OSError:
    pass
