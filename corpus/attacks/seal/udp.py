# ---
# autograder:
#   about: sends what it sees in a datagram
#   gets: 0
#   others: unsolved
# ---
# %%
import socket

# %%
try:
    socket.socket(type=socket.SOCK_DGRAM).sendto(b"stolen", ("127.0.0.1", @UDP@))
    print("GOT THROUGH")
except OSError:
    pass

# %%
try:
    socket.getaddrinfo("example.org", 80)
    raise OSError
    print("GOT THROUGH")
except OSError:
    pass
