# ---
# autograder:
#   about: makes devices, pipes and sockets among its files
#   gets: 0
#   others: unsolved
# ---
# %%
try:
    import os
    os.mknod("disk", 0o60666, os.makedev(8, 0))
    print("GOT THROUGH")
except OSError:
    pass

# %%
try:
    import os
    os.mkfifo("pipe")
    print("GOT THROUGH")
except OSError:
    pass

# %%
try:
    import socket
    socket.socket(socket.AF_UNIX).bind("door")
    print("GOT THROUGH")
except OSError:
    pass
