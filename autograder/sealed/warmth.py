"""Warm: whatever a submission would load or build first is there before it is forked.

A first figure loads its fonts and a first backward pass its threads, of which a fork sees nothing.
But no torch.optim: its first optimizer loads torch's compiler, which takes longer than all else
here and makes each fork larger, and who writes optimizers hardly uses them.
"""

from __future__ import annotations

import gc

from IPython.core.async_helpers import get_asyncio_loop

from autograder.sealed.cells import Cells

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
layer(torch.ones(4, 3)).pow(2).mean().backward()
""",
    """
figure, axes = plt.subplots()
axes.plot([1, 2], label="a")
axes.set_title("b")
axes.legend();
""",
    "await asyncio.sleep(0)\ndisplay(HTML('c'))",
    "1 / 0",
)


def warm_cells() -> Cells:
    """A shell in which cells of every usual kind have run, and that remembers none of them.

    Raises:
        RuntimeError: where one of them did not run as it has to.
    """
    cells = Cells()
    for number, source in enumerate(_CELLS, start=1):
        run = cells.run(f"warm {number}", source)
        if run.failed != (number == len(_CELLS)):
            raise RuntimeError(f"what every notebook does can't be done: {run.outputs}")
    cells.forget()
    # A fork has none of the descriptors that this loop waits with: it makes one of its own.
    get_asyncio_loop().close()
    # What lives now lives in every fork: a collection there would copy all of its pages.
    gc.collect()
    gc.freeze()
    return cells
