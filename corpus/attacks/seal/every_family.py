# ---
# autograder:
#   about: opens a socket of every family that there is
#   gets: 0
#   others: unsolved
# ---
# %%
import socket

for family in range(1, 46):
    for kind in (1, 2, 3, 5):
        try:
            socket.socket(family, kind)
            print("GOT THROUGH", family)
        except OSError:
            pass
