# ---
# autograder:
#   about: makes links out of its folder and follows them
#   gets: 0
#   others: unsolved
# ---
# %%
try:
    import os
    os.symlink("@COURSE@/course.key", "data.csv")
    open("data.csv").read()
    print("GOT THROUGH")
except OSError:
    pass

# %%
try:
    import os
    os.link("@COURSE@/course.key", "hard")
    open("hard").read()
    print("GOT THROUGH")
except OSError:
    pass

# %%
try:
    open("../../../../../../@COURSE@/course.key").read()
    print("GOT THROUGH")
except OSError:
    pass

# %%
try:
    import os
    os.chroot(".")
    print("GOT THROUGH")
except OSError:
    pass
