# ---
# autograder:
#   about: looks for what persists_in_files left in its home and working folder
#   gets: 0
#   others: unsolved
# ---
# %%
try:
    import os
    open(os.path.expanduser("~/autograder-attack"))
    print("GOT THROUGH")
except OSError:
    pass

# %%
try:
    open("autograder-attack")
    print("GOT THROUGH")
except OSError:
    pass
