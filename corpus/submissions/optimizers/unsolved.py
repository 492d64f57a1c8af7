# ---
# autograder:
#   about: handed in as it was released
#   others: unsolved
#   expects:
#     sgd: unsolved
#     momentum: unsolved
#     adagrad: unsolved
#     rmsprop: unsolved
#     adam: unsolved
#     lecture_adam: unsolved
#     decayed_rate: unsolved
# ---
# %% [markdown]
# I had no time this week.
