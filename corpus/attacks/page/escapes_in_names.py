# ---
# autograder:
#   about: names its outputs with escapes, in the drive's place
#   gets: 0
#   others: unsolved
# ---
# %%
from autograder.drives import optimizer_steps, scalar_calls


def say(obj, inputs):
    return {"\x1b]0;title\x07\x1b[2J\u202e<script>alert(1)</script>": torch.zeros(1)}


object.__setattr__(optimizer_steps, "run", say)
object.__setattr__(scalar_calls, "run", lambda *_: {"<script>alert(1)</script>": torch.zeros(1)})

# %% solution="sgd"
SGD = dict

# %% solution="decayed_rate"
decayed_rate = dict
