# ---
# autograder:
#   about: changes torch, autograder and Python's start for whoever runs next
#   gets: 0
#   others: unsolved
# ---
# %%
try:
    import torch
    open(torch.__file__, "a").write("1 / 0")
    print("GOT THROUGH")
except OSError:
    pass

# %%
try:
    import autograder
    open(autograder.__file__, "a").write("1 / 0")
    print("GOT THROUGH")
except OSError:
    pass

# %%
try:
    import sysconfig
    open(sysconfig.get_path("purelib") + "/evil.pth", "w").write("import os")
    print("GOT THROUGH")
except OSError:
    pass

# %%
try:
    import sysconfig, shutil
    shutil.rmtree(sysconfig.get_path("purelib") + "/torch/optim")
    print("GOT THROUGH")
except OSError:
    pass
