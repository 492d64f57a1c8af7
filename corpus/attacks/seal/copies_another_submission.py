# ---
# autograder:
#   about: runs the cells of a right submission that lies beside it
#   gets: 0
#   others: unsolved
# ---
# %%
try:
    import json

    cells = json.load(open("@COURSE@/submitted/honest-1/optimizers/optimizers.ipynb"))["cells"]
    for cell in cells:
        exec("".join(cell["source"]))
    print("GOT THROUGH")
except OSError:
    pass
