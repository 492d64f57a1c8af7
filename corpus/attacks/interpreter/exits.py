# ---
# autograder:
#   about: ends its process in each way that there is, as if all were well
#   gets: 0
#   others: unsolved
# ---
# %%
import os
import signal
import sys
import threading

# %% solution="sgd"
class SGD:
    def __init__(self, lr):
        sys.exit(0)

# %% solution="momentum"
class Momentum:
    def __init__(self, lr, beta):
        os._exit(0)

# %% solution="adagrad"
class AdaGrad:
    def __init__(self, lr, eps):
        os.kill(os.getpid(), signal.SIGTERM)

# %% solution="rmsprop"
class RMSProp:
    def __init__(self, lr, alpha, eps):
        threading.Thread(target=os._exit, args=[12]).start()
        threading.Event().wait(0.2)

# %% solution="adam"
class Adam:
    def __init__(self, **settings):
        os.abort()

# %% solution="lecture_adam"
class LectureAdam:
    def __init__(self, **settings):
        exit()
        quit()

# %% solution="decayed_rate"
def decayed_rate(eta0, t, n):
    import ctypes

    ctypes.string_at(0)
