# ---
# autograder:
#   about: writes garbage to the wire without end
#   gets: 0
#   tools: wire.py
#   others: unsolved
# ---
# %% solution="adam"
class Adam:
    def __init__(self, lr, beta1, beta2, eps):
        pass

    def update(self, params, grads):
        while True:
            os.write(wire(), os.urandom(1 << 16))
