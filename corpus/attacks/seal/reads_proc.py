# ---
# autograder:
#   about: looks into the grader through /proc, at its memory, files, environment and root
#   gets: 0
#   others: unsolved
# ---
# %%
try:
    open("/proc/@PID@/environ").read(1)
    print("GOT THROUGH")
except (OSError, AssertionError):
    pass

# %%
try:
    open("/proc/@PID@/maps").read(1)
    print("GOT THROUGH")
except (OSError, AssertionError):
    pass

# %%
try:
    open("/proc/@PID@/mem").read(1)
    print("GOT THROUGH")
except (OSError, AssertionError):
    pass

# %%
try:
    open("/proc/self/environ").read(1)
    print("GOT THROUGH")
except (OSError, AssertionError):
    pass

# %%
try:
    open("/proc/1/environ").read(1)
    print("GOT THROUGH")
except (OSError, AssertionError):
    pass

# %%
try:
    import os
    os.listdir("/proc/@PID@/root")
    print("GOT THROUGH")
except (OSError, AssertionError):
    pass

# %%
try:
    import os
    assert [name for name in os.listdir("/proc") if name.isdigit()]
    print("GOT THROUGH")
except (OSError, AssertionError):
    pass
