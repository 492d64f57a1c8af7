# ---
# autograder:
#   about: shows more than any page can hold, in many small and a few large pieces
#   gets: 0
#   others: unsolved
# ---
# %%
from IPython.display import display

for number in range(3000):
    display(number)

# %%
for number in range(3000):
    print(number, end="", flush=True)
    display({"text/plain": "x"}, raw=True)

# %%
print("<b>" * 200_000)

# %%
print("\r".join("[" * 50_000), "`" * 50_000)

# %%
raise ValueError("x" * 1_000_000)
