# ---
# autograder:
#   about: replaces the hooks for results, exceptions and what can't be raised
#   gets: 0
#   others: unsolved
# ---
# %%
import sys
import threading


def hook(*_, **__):
    raise SystemExit("GOT" + " THROUGH")


class Liar:
    def __getattr__(self, name):
        return hook


sys.excepthook = sys.unraisablehook = threading.excepthook = sys.breakpointhook = hook
get_ipython().set_custom_exc((Exception,), lambda *_, **__: 5)
get_ipython().showtraceback = get_ipython()._showtraceback = lambda *_, **__: None

# %%
1 / 0

# %%
sys.displayhook = get_ipython().displayhook = hook
get_ipython().display_pub = Liar()

# %%
14.0
