"""What one submission costs behind the seal: a fork of the warm process beside a fresh Python.

A submission is ten cells, sixty cases of an optimizer, and the end; "empty" is a process that is
started and ended. Both seals run on one machine in one run, so the ratio is what to look at. The
CPU time is that of the grader, of the warm process and of what has ended below them.

    python benchmarks/sealed.py [FRESH] [FORKS]
"""

from __future__ import annotations

import os
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.table import Table

from autograder.data.outcomes import Failure
from autograder.drives import optimizer_steps
from autograder.drives.draw import PUBLIC_KEY, Draw
from autograder.running.limits import Limits
from autograder.sealed.outside import best_seal
from autograder.sealed.outside.plain_seal import PlainSeal
from autograder.sealed.outside.process import SealedProcess
from autograder.sealed.outside.seal import Seal
from autograder.sealed.wire.batch import pack

CASES = 60
CELLS = [
    "import torch\nimport numpy as np\nimport matplotlib.pyplot as plt",
    """class Momentum:
    def __init__(self, lr, beta):
        self.lr, self.beta, self.m = lr, beta, {}

    def update(self, params, grads):
        for name in params:
            self.m[name] = self.beta * self.m.get(name, 0) + grads[name]
            params[name] -= self.lr * self.m[name]""",
    *[f"print({number})\n{number} + 1" for number in range(8)],
]
INPUTS = optimizer_steps.inputs(
    Draw(PUBLIC_KEY, "momentum", "a case"), steps=20, shapes=[(3,)], start=1.0, lr=0.1, beta=0.9
)
BATCH = pack([INPUTS] * CASES)


def main() -> None:
    """Prints a row for each seal and each kind of work."""
    fresh, forks = (int(number) for number in (sys.argv[1:] or ["3", "30"]))
    warm = best_seal.best().seal
    parent = warm_process(warm)
    table = Table("", "CPU ms each", "wall ms each")
    ratios = []
    for work in (empty, submission):
        seconds = []
        for seal, count in ((PlainSeal(), fresh), (warm, forks)):
            cpu, wall = measure(seal, work, count, parent)
            table.add_row(f"{seal.tier}, {work.__name__}", f"{cpu * 1e3:.0f}", f"{wall * 1e3:.0f}")
            seconds.append(cpu)
        ratios.append(seconds[0] / seconds[1])
    Console().print(table, "ratios of the CPU: {:.0f} empty, {:.0f} a submission".format(*ratios))


def warm_process(seal: Seal) -> int:
    """The number of the process that the seal's children are forks of."""
    with SealedProcess(None, Limits(), seal=seal) as process:
        return int(stat(process.pid)[1])


def measure(
    seal: Seal, work: Callable[[SealedProcess], None], count: int, parent: int
) -> tuple[float, float]:
    """CPU and wall seconds of one process of `count`, one after another."""
    cpu, wall = cpu_seconds(parent), time.perf_counter()
    for _ in range(count):
        with SealedProcess(None, Limits(), seal=seal) as process:
            work(process)
    return (cpu_seconds(parent) - cpu) / count, (time.perf_counter() - wall) / count


def empty(process: SealedProcess) -> None:
    """Nothing at all."""


def submission(process: SealedProcess) -> None:
    """Ten cells and sixty cases."""
    for number, source in enumerate(CELLS):
        assert not process.run_cell(f"cell {number}", source, 60).failed
    for outputs in process.ask("Momentum", "optimizer_steps", BATCH, 1 << 16, lambda: 60):
        assert not isinstance(outputs, Failure), outputs


def cpu_seconds(parent: int) -> float:
    """Seconds of this process, of `parent`, and of all that has ended below the two."""
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    own = sum(used.ru_utime + used.ru_stime for used in both)
    return own + sum(map(int, stat(parent)[11:15])) / os.sysconf("SC_CLK_TCK")


def stat(pid: int) -> list[str]:
    """What Linux says of a process, from its state on."""
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()


if __name__ == "__main__":
    best_seal.demand_full("cpu")
    main()
