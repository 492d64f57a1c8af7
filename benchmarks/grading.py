"""What grading a class costs: `autograder grade` beside `nbgrader autograde` and `otter run`.

All grade the same right notebook (`six_optimizers.py`), in whole processes on one machine in one
run. The figures are user and system seconds of everything that was started, also of what outlived
its parent. Each is run with few and with many submissions: the slope is what one more costs, the
rest is the start. The student's own time is what the cells and the cases take in a process that has
imported everything: no grader can cost less.

    python benchmarks/grading.py [--counts 10,100,1000] [--others 2,10] [--otter PATH]

`--otter` is the `otter` of an environment of its own, which has torch too.
"""

from __future__ import annotations

import argparse
import ctypes
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import six_optimizers
from rich.console import Console
from rich.table import Table
from six_optimizers import ASSIGNMENT

BIN = Path(sys.executable).parent
PR_SET_CHILD_SUBREAPER = 36


@dataclass(frozen=True)
class Used:
    """What commands used: CPU seconds, wall seconds, the largest process in MiB."""

    cpu: float
    wall: float
    peak: float


def main() -> None:
    """Prints a row for each grader and number of submissions."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--counts", default="10,100,1000", help="how many this project grades")
    parser.add_argument("--others", default="2,10", help="how many nbgrader and Otter grade")
    parser.add_argument("--otter", type=Path, help="an `otter`, where it is to be compared")
    asked = parser.parse_args()
    counts, others = (list(map(int, text.split(","))) for text in (asked.counts, asked.others))
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)  # to wait for orphans, too
    table = Table("", "submissions", "CPU s", "wall s", "peak MiB", "CPU s each", "start, CPU s")
    slopes = {}
    slopes["nbgrader"] = rows(table, "nbgrader autograde", {n: nbgrader(n) for n in others})
    if asked.otter:
        otter(asked.otter, 1)  # compiles what is imported for the first time
        slopes["otter"] = rows(table, "otter run", {n: otter(asked.otter, n) for n in others})
    alone = {n: autograder(n, jobs=1) for n in counts}
    ours = rows(table, "autograder grade", alone)
    double = {n: autograder(n, jobs=2) for n in counts[1:2]}
    rows(table, "autograder grade --jobs 2", double)
    console = Console()
    console.print(table)
    for name, slope in slopes.items():
        console.print(f"{name}: {slope / ours:.1f} times our CPU for one more submission")
    for n, used in double.items():
        console.print(f"--jobs 2: {alone[n].wall / used.wall:.2f} times as fast with {n}")


def rows(table: Table, label: str, measured: dict[int, Used]) -> float:
    """Adds a row for each number of submissions; the slope from the fewest to the most."""
    few, slope = min(measured), 0.0
    for count, used in measured.items():
        figures = [f"{used.cpu:.1f}", f"{used.wall:.1f}", f"{used.peak:.0f}"]
        if count > few:
            slope = (used.cpu - measured[few].cpu) / (count - few)
            start = used.cpu - count * slope
            figures += [f"{slope:.3f}", f"{start:.1f}"]
        table.add_row(label, str(count), *figures)
    return slope


def autograder(count: int, jobs: int) -> Used:
    """`autograder grade` of so many submissions, in a course without a gradebook."""
    with tempfile.TemporaryDirectory() as folder:
        course = six_optimizers.course(Path(folder))
        hand_in(course, count)
        return run([BIN / "autograder", "grade", ASSIGNMENT, "--jobs", str(jobs)], course)


def nbgrader(count: int) -> Used:
    """`nbgrader autograde` of so many; the gradebook knows the assignment, as it has to."""
    with tempfile.TemporaryDirectory() as folder:
        course = six_optimizers.stock_course(Path(folder))
        hand_in(course, count)
        run([BIN / "nbgrader", "generate_assignment", ASSIGNMENT], course)
        return run([BIN / "nbgrader", "autograde", ASSIGNMENT], course)


def otter(command: Path, count: int) -> Used:
    """`otter run`, which grades one at a time, so often."""
    with tempfile.TemporaryDirectory() as folder:
        course = six_optimizers.stock_course(Path(folder))
        submission = six_optimizers.otter_submission(course)
        tests = six_optimizers.otter_autograder(course)
        asked = [command.absolute(), "run", "-a", tests, "-o", course, submission]
        used = [run(asked, course) for _ in range(count)]
    return Used(
        sum(one.cpu for one in used), sum(one.wall for one in used), max(one.peak for one in used)
    )


def hand_in(course: Path, count: int) -> None:
    """So many right submissions."""
    for number in range(count):
        submission = course / "submitted" / f"student{number:04}" / ASSIGNMENT
        submission.mkdir(parents=True)
        shutil.copy(six_optimizers.built_notebook(course), submission)


def run(command: Sequence[object], folder: Path) -> Used:
    """Runs a command, and waits for all that it has left behind.

    Raises:
        SystemExit: where it fails.
    """
    began = time.perf_counter()
    environment = {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"}
    with (folder / "log").open("wb") as log:
        started = subprocess.Popen(
            list(map(str, command)), cwd=folder, env=environment, stdout=log, stderr=log
        )
        cpu, peak, failed = 0.0, 0.0, False
        while True:
            try:
                pid, status, used = os.wait3(0)
            except ChildProcessError:
                break
            cpu += used.ru_utime + used.ru_stime
            peak = max(peak, used.ru_maxrss / 1024)
            if pid == started.pid:
                started.returncode = os.waitstatus_to_exitcode(status)
                failed = started.returncode != 0
    if failed:
        raise SystemExit(f"{command} failed:\n{(folder / 'log').read_text()[-3000:]}")
    return Used(cpu, time.perf_counter() - began, peak)


if __name__ == "__main__":
    main()
