# ---
# autograder:
#   about: right answers, after settings of Python, NumPy and torch were changed for good
# ---
# %%
import os
import random
import sys
import threading
import warnings

import numpy as np

warnings.simplefilter("error")
np.seterr(all="raise")
torch.set_default_dtype(torch.float64)
torch.set_grad_enabled(False)
torch.manual_seed(5)
random.seed(5)
sys.setrecursionlimit(200)
os.chdir("/")
os.environ.clear()
threading.Thread(target=threading.Event().wait).start()  # never ends
sys.stdout = sys.stderr = None

# %% solution="sgd"
class SGD:
    def __init__(self, lr):
        self.lr = lr

    def update(self, params, grads):
        for name in params:
            params[name] -= self.lr * grads[name]


# %% solution="momentum"
class Momentum:
    def __init__(self, lr, beta):
        self.lr = lr
        self.beta = beta
        self.m = {}

    def update(self, params, grads):
        for name, g in grads.items():
            self.m[name] = self.beta * self.m.get(name, 0) + self.lr * g
            params[name] -= self.m[name]
