# ---
# autograder:
#   about: takes memory in lists until there is none
#   gets: 0
#   others: unsolved
# ---
# %%
held = []
while True:
    held.append([0] * (1 << 20))
