# ---
# autograder:
#   about: leaves history, start-up files and settings of IPython and matplotlib
#   gets: 0
#   tools: traces.py
#   others: unsolved
# ---
# %%
import matplotlib
import matplotlib.pyplot as plt
from IPython.paths import get_ipython_dir, locate_profile

shell = get_ipython()
if MARK in shell.user_ns or matplotlib.rcParams["figure.facecolor"] == "black" or plt.get_fignums():
    told("IPython or matplotlib")
shell.user_ns[MARK] = shell.user_global_ns[MARK] = True
shell.ast_node_interactivity = "none"
shell.events.register("pre_run_cell", lambda *_: 1 / 0)
matplotlib.rcParams["figure.facecolor"] = "black"
plt.figure()
for folder in {get_ipython_dir(), matplotlib.get_configdir(), os.path.expanduser("~")}:
    for name in ("profile_default/startup/attack.py", "matplotlibrc", ".pythonrc.py", "history.sqlite"):
        path = os.path.join(folder, name)
        if os.path.exists(path):
            told(path)
        try:
            os.makedirs(os.path.dirname(path), exist_ok=True)
            open(path, "w").write("1 / 0")
        except OSError:
            pass
