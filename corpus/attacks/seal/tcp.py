# ---
# autograder:
#   about: sends what it sees to a server on this machine
#   gets: 0
#   others: unsolved
# ---
# %%
import socket

# %%
try:
    socket.create_connection(("127.0.0.1", @TCP@), 1).send(b"stolen")
    print("GOT THROUGH")
except OSError:
    pass
