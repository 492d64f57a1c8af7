# ---
# autograder:
#   about: attaches to the grader and reads its memory
#   gets: 0
#   others: unsolved
# ---
# %%
import ctypes

def call(name, *arguments):
    if getattr(ctypes.CDLL(None), name)(*arguments) < 0:
        raise OSError(name)

# %%
try:
    call("ptrace", 16, @PID@, 0, 0)
    print("GOT THROUGH")
except OSError:
    pass

# %%
try:
    call("process_vm_readv", @PID@, 0, 0, 0, 0, 0)
    print("GOT THROUGH")
except OSError:
    pass
