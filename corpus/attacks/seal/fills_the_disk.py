# ---
# autograder:
#   about: fills its scratch folder to the last byte; its optimizers are right
#   gets: 14
# ---
# %%
try:
    while True:
        with open("large", "ab") as file:
            file.write(bytes(1 << 20))
except OSError:
    pass
