# ---
# autograder:
#   about: prints without end, to the notebook and below it
#   gets: 0
#   others: unsolved
# ---
# %%
import os

while True:
    print("y" * 100_000)
    os.write(1, bytes(1 << 16))
