# ---
# autograder:
#   about: makes files without number; its optimizers are right
#   gets: 14
# ---
# %%
try:
    for number in range(1_000_000):
        open(f"{number}", "x").close()
    print("GOT THROUGH")
except OSError:
    pass
