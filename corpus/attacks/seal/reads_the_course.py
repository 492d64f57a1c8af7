# ---
# autograder:
#   about: reads the course key, the solutions and the source by their paths
#   gets: 0
#   others: unsolved
# ---
# %%
try:
    open("@COURSE@/course.key").read()
    print("GOT THROUGH")
except OSError:
    pass

# %%
try:
    open("@COURSE@/solutions/optimizers/lesson.py").read()
    print("GOT THROUGH")
except OSError:
    pass

# %%
try:
    import os
    os.listdir("@COURSE@")
    print("GOT THROUGH")
except OSError:
    pass
