# ---
# autograder:
#   about: the body of the class Adam never ends, so that there is no such class
#   expects:
#     adam: undefined
# ---
# %% solution="adam"
class Adam:
    t = 0
    while t >= 0:
        t += 1
