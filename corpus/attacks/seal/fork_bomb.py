# ---
# autograder:
#   about: forks without end, in every way that there is
#   gets: 0
#   others: unsolved
# ---
# %%
import os

# %%
try:
    while True:
        os.fork()
    print("GOT THROUGH")
except OSError:
    pass

# %%
try:
    import subprocess
    subprocess.run(["sh", "-c", ":"])
    print("GOT THROUGH")
except OSError:
    pass

# %%
try:
    import multiprocessing
    multiprocessing.Process(target=print).start()
    print("GOT THROUGH")
except OSError:
    pass

# %%
try:
    os.posix_spawn("/bin/sh", ["sh"], {})
    print("GOT THROUGH")
except OSError:
    pass
