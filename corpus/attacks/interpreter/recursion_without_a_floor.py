# ---
# autograder:
#   about: recurses until the stack in C is used up
#   gets: 0
#   others: unsolved
# ---
# %% solution="sgd"
class SGD:
    def __init__(self, lr):
        import sys

        sys.setrecursionlimit(10**9)
        made = None
        for _ in range(1_000_000):
            made = (made,)
        self.made = made

    def update(self, params, grads):
        hash(self.made)
