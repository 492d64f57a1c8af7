# ---
# autograder:
#   about: functions that return objects, instead of classes
# ---
# %%
from types import SimpleNamespace


# %% solution="dropout"
def Dropout(p):
    state = {}

    def forward(x, training, generator):
        if not training:
            return x.clone()
        state["m"] = (torch.rand(x.shape, generator=generator) >= p).to(x.dtype) * (1 / (1 - p))
        return x * state["m"]

    def backward(grad):
        return grad * state["m"]

    return SimpleNamespace(forward=forward, backward=backward)


# %% solution="variance"
variance = lambda x, p: (x / (1 - p)) ** 2 * p * (1 - p)


# %% solution="vanilla"
def VanillaDropout(p):
    kept = None

    def forward(x, training, generator):
        nonlocal kept
        if training:
            kept = torch.rand(x.shape, generator=generator) >= p
            return kept * x
        return x * (1 - p)

    return SimpleNamespace(forward=forward, backward=lambda grad: kept * grad)
