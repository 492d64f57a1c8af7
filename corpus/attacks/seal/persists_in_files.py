# ---
# autograder:
#   about: leaves files in /tmp, /dev/shm and the home for whoever runs next
#   gets: 0
#   others: unsolved
# ---
# %%
try:
    open("/tmp/autograder-attack", "x").close()
    print("GOT THROUGH")
except OSError:
    pass

# %%
try:
    open("/dev/shm/autograder-attack", "x").close()
    print("GOT THROUGH")
except OSError:
    pass

# %%
try:
    open("/var/tmp/autograder-attack", "x").close()
    print("GOT THROUGH")
except OSError:
    pass

# %%
try:
    import os
    open(os.path.expanduser("~/autograder-attack"), "x").close()
    open("autograder-attack", "x").close()
    raise OSError("they are there, and go with it")
    print("GOT THROUGH")
except OSError:
    pass
