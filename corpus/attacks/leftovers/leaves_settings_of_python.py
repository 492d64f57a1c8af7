# ---
# autograder:
#   about: changes paths, modules, environment, folder, mask, limits and signals for whoever runs next
#   gets: 0
#   tools: traces.py
#   others: unsolved
# ---
# %%
import builtins
import gc
import json
import locale
import random
import signal
import tempfile

import numpy as np

if hasattr(builtins, MARK) or MARK in os.environ or MARK in sys.modules or MARK in sys.path:
    told("Python")
builtins.autograder_attack = sys.modules[MARK] = os.environ[MARK] = "left"
sys.path.insert(0, MARK)
sys.path_importer_cache.clear()
sys.dont_write_bytecode = False
sys.setrecursionlimit(60)
sys.setswitchinterval(100)
os.umask(0)
os.chdir("/")
os.environ["PYTHONPATH"] = os.environ["LD_PRELOAD"] = "/tmp/autograder-attack"
os.nice(19)
gc.disable()
locale.setlocale(locale.LC_ALL, "C")
tempfile.tempdir = "/autograder-attack"
random.seed(14)
np.random.seed(14)
np.seterr(all="raise")
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))

# %%
json.dumps = json.loads = len
builtins.print = builtins.len = lambda *_: 1 / 0
