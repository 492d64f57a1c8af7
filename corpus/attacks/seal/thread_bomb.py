# ---
# autograder:
#   about: starts threads that never end; its optimizers are right
#   gets: 14
# ---
# %%
import threading
import time

try:
    for _ in range(100_000):
        threading.Thread(target=time.sleep, args=[9999], daemon=True).start()
    print("GOT THROUGH")
except RuntimeError:
    pass
