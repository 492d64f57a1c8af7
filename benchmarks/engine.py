"""What the engine costs beyond the student's own time, without gradebook and notebooks.

The student's own time is what the cells and the sixty cases of `six_optimizers` take in this very
process, which has imported everything and holds nothing in: no engine can cost less. Beside it
stands `grade`, in CPU milliseconds of the grader, of the warm process and of all that ended below.

    python benchmarks/engine.py [SUBMISSIONS]
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import six_optimizers
import torch
from rich.console import Console
from rich.table import Table
from sealed import cpu_seconds, warm_process

from autograder import drives, notebooks
from autograder.course.course import Course
from autograder.grading.grade import grade
from autograder.grading.set_up import Grading, set_up
from autograder.running.attempt import attempt
from autograder.sealed.outside import best_seal

ROUNDS = 10


def main() -> None:
    """Prints the three rows."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    torch.set_num_threads(1)
    with tempfile.TemporaryDirectory() as folder:
        course = Course.find(six_optimizers.course(Path(folder)))
        grading = set_up(course, course.load(six_optimizers.ASSIGNMENT))
        place = six_optimizers.built_notebook(course.root).parent
        own = own_milliseconds(grading, place)
        engine = engine_milliseconds(grading, place, count)
    table = Table("", "CPU ms a submission")
    table.add_row("student's own time", f"{own:.0f}")
    table.add_row("engine", f"{engine:.0f}")
    table.add_row("beyond it", f"{engine - own:.0f}")
    Console().print(table)


def own_milliseconds(grading: Grading, place: Path) -> float:
    """The cells and all cases, without anything around them; the median of some rounds."""
    merged = notebooks.merge(grading.source, notebooks.read(place / f"{place.name}.ipynb"))
    sources = [cell.source for cell in grading.cells(merged)]
    rounds = sorted(one_round(grading, sources) for _ in range(ROUNDS))
    return rounds[ROUNDS // 2]


def one_round(grading: Grading, sources: list[str]) -> float:
    """One submission's CPU milliseconds."""
    began, names = time.process_time(), dict[str, Any]()
    for source in sources:
        exec(source, names)
    for exercise in grading.exercises:
        drive = drives.find(exercise.drive, grading.files)
        for case in exercise.cases:
            assert isinstance(attempt(names, exercise.object_name, drive, case.inputs), dict)
    return (time.process_time() - began) * 1e3


def engine_milliseconds(grading: Grading, place: Path, count: int) -> float:
    """The same, sealed off and judged; the mean of `count`."""
    parent = warm_process(best_seal.best().seal)
    grade(grading, "first", place)
    began = cpu_seconds(parent)
    for number in range(count):
        graded = grade(grading, f"student{number}", place)
        assert graded.result.score == graded.result.points, graded.result
    return (cpu_seconds(parent) - began) / count * 1e3


if __name__ == "__main__":
    best_seal.demand_full("cpu")
    main()
