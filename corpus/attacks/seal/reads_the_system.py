# ---
# autograder:
#   about: reads the machine's accounts, keys and folders
#   gets: 0
#   others: unsolved
# ---
# %%
try:
    open("/etc/passwd").read()
    print("GOT THROUGH")
except OSError:
    pass

# %%
try:
    open("/etc/shadow").read()
    print("GOT THROUGH")
except OSError:
    pass

# %%
try:
    import os
    os.listdir("/home")
    print("GOT THROUGH")
except OSError:
    pass

# %%
try:
    import os
    os.listdir("/root/.ssh")
    print("GOT THROUGH")
except OSError:
    pass

# %%
try:
    import os
    os.listdir("/")
    print("GOT THROUGH")
except OSError:
    pass
