# ---
# autograder:
#   about: becomes another program, from a file and from memory
#   gets: 0
#   others: unsolved
# ---
# %%
import os, sys

# %%
try:
    os.execv("/bin/sh", ["sh"])
    print("GOT THROUGH")
except OSError:
    pass

# %%
try:
    os.execv(sys.executable, [sys.executable])
    print("GOT THROUGH")
except OSError:
    pass

# %%
try:
    os.memfd_create("program")
    print("GOT THROUGH")
except OSError:
    pass
