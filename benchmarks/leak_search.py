"""What the leak search costs: CPU seconds for parts of a release's largest file, and for the whole.

python benchmarks/leak_search.py [ASSIGNMENT]
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import nbformat
import torch
from rich.console import Console
from rich.table import Table

from autograder.building import leaks
from autograder.course.course import Course
from autograder.exercises.prepare import prepare

ROOT = Path(__file__).parents[1]
KEY = bytes(range(100, 132))
SHARES = (0.25, 0.5, 1.0, 2.0)


def main() -> None:
    """Prints a row for each share."""
    assignment = sys.argv[1] if sys.argv[1:] else "batchnorm"
    torch.set_num_threads(1)
    secrets = secrets_of(assignment)
    data = max((path.read_bytes() for path in (ROOT / "release" / assignment).iterdir()), key=len)
    table = Table("share", "kB", f"CPU s, {len(secrets)} secrets", "s a MB")
    for share in SHARES:
        part = (data + data)[: int(len(data) * share)]
        took = seconds(part, secrets)
        table.add_row(
            f"{share:g}", f"{len(part) / 1e3:.0f}", f"{took:.2f}", f"{took / len(part) * 1e6:.2f}"
        )
    Console().print(table)


def secrets_of(assignment: str) -> list[leaks.Secret]:
    """All that must not be found in the release of `assignment`."""
    course = Course(ROOT)
    source = nbformat.read(course.source_notebook(assignment), as_version=4)
    exercises = [prepare(exercise, KEY) for exercise in course.load(assignment).exercises]
    return leaks.secrets_of(source, exercises, KEY)


def seconds(data: bytes, secrets: list[leaks.Secret]) -> float:
    """The processor time of one search."""
    began = time.process_time()
    leaks.find({"": data}, secrets)
    return time.process_time() - began


if __name__ == "__main__":
    main()
