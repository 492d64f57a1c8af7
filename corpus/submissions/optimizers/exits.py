# ---
# autograder:
#   about: Adam ends the whole process; the other two are right
#   expects:
#     adam: crashed
# ---
# %% solution="adam"
import os


class Adam:
    def __init__(self, lr, beta1, beta2, eps):
        self.lr = lr

    def update(self, params, grads):
        os._exit(0)
