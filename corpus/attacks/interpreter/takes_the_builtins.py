# ---
# autograder:
#   about: takes Python's built-in functions and exceptions away, or gives others
#   gets: 0
#   others: unsolved
# ---
# %%
import builtins


class Everything(BaseException):
    pass


class SGD:
    def __init__(self, lr):
        builtins.KeyboardInterrupt = builtins.NotImplementedError = Everything
        builtins.BaseException = builtins.Exception = Everything
        builtins.__import__ = None

    def update(self, params, grads):
        raise Everything


# %% solution="sgd"
SGD = SGD

# %% solution="momentum"
class Momentum:
    def __init__(self, lr, beta):
        for name in ("isinstance", "str", "dict", "len", "sum", "open", "type", "print", "range"):
            delattr(builtins, name)

    def update(self, params, grads):
        pass

# %% solution="adam"
class Adam:
    def __init__(self, **settings):
        __builtins__.clear() if type(__builtins__) is dict else vars(__builtins__).clear()
