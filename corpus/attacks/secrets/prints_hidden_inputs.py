# ---
# autograder:
#   about: prints, displays, warns and logs hidden inputs, at once and from a thread
#   gets: 0
#   tools: hidden.py
#   others: unsolved
# ---
# %%
import logging
import sys
import threading
import time
import warnings

from IPython.display import display


def later():
    for _ in range(100):
        if seen:
            print("GOT THROUGH", seen)
            display(f"GOT THROUGH {seen}")
        time.sleep(0.01)


threading.Thread(target=later, daemon=True).start()


# %% solution="sgd"
class SGD(Spy):
    def tell(self):
        if seen:
            print("GOT THROUGH", seen)
            print("GOT THROUGH", seen, file=sys.__stderr__)
            display(f"GOT THROUGH {seen}")
            warnings.warn(f"GOT THROUGH {seen}")
            logging.getLogger().critical(f"GOT THROUGH {seen}")
            get_ipython().display_pub.recorder.write("stdout", f"GOT THROUGH {seen}")

# %%
decayed_rate = 1
