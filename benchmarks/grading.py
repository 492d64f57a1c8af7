"""CPU seconds a submission costs: `autograder grade` beside stock `nbgrader autograde`.

Both grade the same right notebooks, on one machine in one run; on nbgrader's side the notebook's
own check cells are the tests. Each side is run with few and with many submissions: the slope is
what one more submission costs, the rest is the start.

    python benchmarks/grading.py [FEW] [MANY]
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).parents[1]
ASSIGNMENT = "optimizers"
BIN = Path(sys.executable).parent
STOCK_CONFIG = "c = get_config()\nc.CourseDirectory.root = {root!r}\n"


def main() -> None:
    """Prints a row for each grader."""
    few, many = (int(number) for number in (sys.argv[1:] or ["2", "8"]))
    table = Table("", f"CPU s, {few}", f"CPU s, {many}", "CPU s each", "start, CPU s")
    slopes = []
    for label, command, stock in (
        ("nbgrader autograde", ["nbgrader", "autograde", ASSIGNMENT], True),
        ("autograder grade", ["autograder", "grade", ASSIGNMENT], False),
    ):
        low, high = (measure(command, count, stock) for count in (few, many))
        slope = (high - low) / (many - few)
        slopes.append(slope)
        start = low - few * slope
        table.add_row(label, f"{low:.1f}", f"{high:.1f}", f"{slope:.2f}", f"{start:.1f}")
    Console().print(table, f"ratio of the slopes: {slopes[0] / slopes[1]:.1f}")


def measure(command: list[str], count: int, stock: bool) -> float:
    """User and system seconds of `command`, with all its processes, over `count` submissions."""
    with tempfile.TemporaryDirectory() as folder:
        course = Path(folder)
        prepare(course, count, stock)
        before = cpu_seconds()
        path = {"PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"}
        subprocess.run(
            [str(BIN / command[0]), *command[1:]],
            cwd=course,
            env={**os.environ, **path},
            check=True,
            capture_output=True,
        )
        return cpu_seconds() - before


def prepare(course: Path, count: int, stock: bool) -> None:
    """A course with `count` submissions of the solved notebook; a new gradebook each time."""
    for folder in ("solutions", "source"):
        shutil.copytree(ROOT / folder, course / folder)
    if stock:
        (course / "nbgrader_config.py").write_text(STOCK_CONFIG.format(root=str(course)))
    else:
        shutil.copy(ROOT / "nbgrader_config.py", course)
    for number in range(count):
        submission = course / "submitted" / f"student{number}" / ASSIGNMENT
        shutil.copytree(ROOT / "source" / ASSIGNMENT, submission)
        (submission / "timestamp.txt").write_text("2026-03-09 09:00:00.000000 UTC")
    if stock:  # a gradebook without the assignment would fail
        subprocess.run(
            [str(BIN / "nbgrader"), "generate_assignment", ASSIGNMENT],
            cwd=course,
            env={**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"},
            check=True,
            capture_output=True,
        )


def cpu_seconds() -> float:
    """User and system seconds of all children so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
