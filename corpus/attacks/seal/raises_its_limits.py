# ---
# autograder:
#   about: gives itself more time, memory and processes
#   gets: 0
#   others: unsolved
# ---
# %%
import resource

# %%
try:
    resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    print("GOT THROUGH")
except (OSError, ValueError):
    pass

# %%
try:
    resource.setrlimit(resource.RLIMIT_CPU, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    print("GOT THROUGH")
except (OSError, ValueError):
    pass

# %%
try:
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    print("GOT THROUGH")
except (OSError, ValueError):
    pass
