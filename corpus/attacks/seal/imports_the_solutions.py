# ---
# autograder:
#   about: imports the reference solutions from the course's folder
#   gets: 0
#   others: unsolved
# ---
# %%
import sys

sys.path += ["@COURSE@", "@COURSE@/solutions"]

# %%
try:
    import solutions.optimizers.lesson
    print("GOT THROUGH")
except ImportError:
    pass
