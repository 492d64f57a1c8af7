"""Warming a process before it is forked: it loads and builds what every submission would.

A first figure loads its fonts and a first backward pass its threads, of which a fork sees nothing.
But no torch.optim: its first optimizer loads torch's compiler, which takes longer than all else
here and makes each fork larger, and who writes optimizers hardly uses them. And for a GPU no
backward pass: the first one counts the GPUs and starts a thread for each, after which neither the
driver nor another backward pass works in a fork.
"""

from __future__ import annotations

import gc
import os

import torch
from IPython.core.async_helpers import get_asyncio_loop

from autograder.running.shell import Cells

_DEVICES = "/dev/nvidia"

_CELLS = (
    """
import asyncio, collections, copy, csv, dataclasses, functools, itertools, json, math, random
import re, statistics, tempfile, time, typing, warnings
import numpy as np, numpy.random, torch, torch.nn.functional
import matplotlib.pyplot as plt
from IPython.display import HTML, display
""",
    """
layer = torch.nn.Sequential(torch.nn.Linear(3, 2), torch.nn.BatchNorm1d(2), torch.nn.Dropout())
loss = layer(torch.ones(4, 3)).pow(2).mean()
""",
    """
figure, axes = plt.subplots()
axes.plot([1, 2], label="a")
axes.set_title("b")
axes.legend();
""",
    "await asyncio.sleep(0)\ndisplay(HTML('c'))",
)


_BACKWARD = "loss.backward()"
_FAILS = "1 / 0"


def warm_cells(device: str) -> Cells:
    """A shell in which cells of every usual kind have run, and that remembers none of them.

    Args:
        device: where its forks will compute, "cpu" or "cuda".

    Raises:
        RuntimeError: where one of them did not run as it has to.
    """
    cells = Cells()
    sources = [*_CELLS, *([_BACKWARD] if device == "cpu" else []), _FAILS]
    for number, source in enumerate(sources, start=1):
        run = cells.run(f"warm {number}", source)
        if run.failed != (source == _FAILS):
            raise RuntimeError(f"what every notebook does can't be done: {run.outputs}")
    cells.forget()
    # A fork has none of the descriptors that this loop waits with: it makes one of its own.
    get_asyncio_loop().close()
    # What lives now lives in every fork: a collection there would copy all of its pages.
    gc.collect()
    gc.freeze()
    stay_forkable(device)
    return cells


def stay_forkable(device: str) -> None:
    """Makes sure that CUDA will work in a fork of this process: it must not have been used here.

    torch knows only of its own use of CUDA; an open device file tells of any other use.

    Raises:
        RuntimeError: where it has been used.
    """
    if device == "cpu":
        return
    open_files = (os.path.realpath(link.path) for link in os.scandir("/proc/self/fd"))
    devices = [path for path in open_files if path.startswith(_DEVICES)]
    if devices or torch.cuda.is_initialized():  # type: ignore[no-untyped-call]
        raise RuntimeError(f"CUDA was used before a fork ({', '.join(devices) or 'by torch'})")
