# ---
# autograder:
#   about: runs torch on more threads than there are, which would let later forks hang
#   gets: 0
#   others: unsolved
# ---
# %%
import torch

torch.set_num_threads(8)
(torch.ones(2000, 2000) @ torch.ones(2000, 2000)).sum()
for key in ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    __import__("os").environ[key] = "64"
