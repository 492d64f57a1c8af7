# ---
# autograder:
#   about: catches every signal and asks not to end with the grader
#   gets: 0
#   others: unsolved
# ---
# %%
import atexit
import ctypes
import signal
import threading
import time

for number in range(1, 65):
    try:
        signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError):
        pass
if ctypes.CDLL(None).prctl(1, 0, 0, 0, 0) == 0:
    print("GOT THROUGH")
atexit.register(time.sleep, 9999)
threading.Thread(target=time.sleep, args=[9999]).start()
