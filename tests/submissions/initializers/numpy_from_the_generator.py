# ---
# autograder:
#   about: NumPy draws the numbers; its seed is drawn from the generator that was handed in
# ---
# %%
import numpy as np

# %% solution="normal"
def normal(n_in, n_out, std, generator):
    seed = torch.randint(2**62, (2,), generator=generator).tolist()
    draws = np.random.default_rng(seed).normal(0.0, std, size=(n_in, n_out))
    return torch.from_numpy(draws.astype(np.float32))
