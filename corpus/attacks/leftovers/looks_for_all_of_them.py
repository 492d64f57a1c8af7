# ---
# autograder:
#   about: looks for what the others of its kind have left, in torch, Python, files and memory
#   gets: 0
#   tools: traces.py
#   others: unsolved
# ---
# %%
import builtins
import gc
import signal
import tempfile

import matplotlib
import torch

signs = {
    "torch": hasattr(torch, MARK) or hasattr(torch.Tensor, MARK) or hasattr(torch.nn.Module, MARK),
    "dtype": torch.get_default_dtype() != torch.float32,
    "device": torch.zeros(1).device.type != "cpu",
    "grad": not torch.is_grad_enabled(),
    "threads": torch.get_num_threads() != 1,
    "hub": "attack" in torch.hub.get_dir(),
    "deterministic": torch.are_deterministic_algorithms_enabled(),
    "builtins": hasattr(builtins, MARK),
    "modules": MARK in sys.modules,
    "path": MARK in sys.path,
    "environment": MARK in os.environ or "LD_PRELOAD" in os.environ,
    "folder": os.getcwd() == "/",
    "umask": os.umask(0o22) == 0,
    "nice": os.nice(0) == 19,
    "gc": not gc.isenabled(),
    "recursion": sys.getrecursionlimit() < 1000,
    "tempdir": tempfile.tempdir is not None and "attack" in tempfile.tempdir,
    "signals": bool(signal.pthread_sigmask(signal.SIG_BLOCK, [])),
    "matplotlib": matplotlib.rcParams["figure.facecolor"] == "black",
    "scratch": bool(os.listdir(tempfile.gettempdir())) or os.path.exists("attack.py"),
    "home": os.path.exists(os.path.expanduser("~/attack.pyc")),
}
for where, is_there in signs.items():
    if is_there:
        told(where)
