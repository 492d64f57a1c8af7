"""What people wait for: `autograder --help`, and `check("adam")` in a notebook.

python benchmarks/waiting.py [RUNS]
"""

from __future__ import annotations

import contextlib
import io
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.table import Table

from autograder.checking.check import check_all
from autograder.course.course import Course

ROOT = Path(__file__).parents[1]


def main() -> None:
    """Prints a row for each."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    table = Table("", "wall ms, median", "least")
    solution = Course(ROOT).load("optimizers").exercise("adam").solution
    wrong = {"Adam": type("Adam", (solution,), {"update": lambda *_: None})}
    release = ROOT / "release" / "optimizers"
    waits: dict[str, Callable[[], object]] = {
        "autograder --help": help_,
        'check("adam"), right': lambda: check_all({"Adam": solution}, release, [], ["adam"]),
        'check("adam"), wrong': lambda: check_all(wrong, release, [], ["adam"]),
    }
    for label, wait in waits.items():
        wait()
        took = [milliseconds(wait) for _ in range(runs)]
        table.add_row(label, f"{statistics.median(took):.0f}", f"{min(took):.0f}")
    Console().print(table)


def help_() -> None:
    """Starts the command anew."""
    command = [sys.executable, "-m", "autograder", "--help"]
    subprocess.run(command, check=True, capture_output=True)


def milliseconds(wait: Callable[[], object]) -> float:
    """How long it takes, in wall time."""
    began = time.perf_counter()
    with contextlib.redirect_stdout(io.StringIO()):
        wait()
    return (time.perf_counter() - began) * 1e3


if __name__ == "__main__":
    main()
