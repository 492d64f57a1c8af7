# ---
# autograder:
#   about: answers with no outputs at all, where there should be some
#   gets: 0
#   tools: wire.py
#   others: unsolved
# ---
# %% solution="adam"
class Adam:
    def __init__(self, lr, beta1, beta2, eps):
        pass

    def update(self, params, grads):
        send({"type": "outputs", "nonce": nonce()})
