"""How near right submissions come to the tolerance, and how far known mistakes stay from it.

Both are told in tolerances: the largest `abs(got - expected) / (atol + rtol * abs(expected))` over
all entries of a case. Below 1 a case passes. Of the right scripts in `corpus/submissions` the worst
is shown, over all cases; of the known mistakes the one that comes nearest, each in the hidden case
that shows it best. Hidden inputs depend on a key, so that several keys are tried.

    python benchmarks/margins.py [ASSIGNMENT [KEYS]]
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
import torch
from IPython.core.interactiveshell import InteractiveShell
from nbformat import NotebookNode
from rich.console import Console
from rich.table import Table
from traitlets.config import Config

from autograder import drives
from autograder.course.course import Course
from autograder.data.outcomes import Failure, Outputs
from autograder.demo.scripted import expectation, submission
from autograder.exercises.prepare import prepare
from autograder.judging.prepared import ExerciseData
from autograder.judging.values import Values
from autograder.running.attempt import attempt

ROOT = Path(__file__).parents[1]
DTYPES = ("float32", "float64")


@dataclass(frozen=True)
class Margin:
    """How far one script or mistake is off in one case, in tolerances."""

    exercise: str
    dtype: str
    off: float
    where: str


def main() -> None:
    """Prints a row for each exercise."""
    assignment = sys.argv[1] if sys.argv[1:] else "optimizers"
    keys = int(sys.argv[2]) if sys.argv[2:] else 3
    torch.set_num_threads(1)
    exercises = Course(ROOT).load(assignment).exercises
    names = [exercise.name for exercise in exercises]
    data = [prepare(exercise, key(number)) for number in range(keys) for exercise in exercises]
    right = list(margins_of_right(assignment, data, names))
    wrong = [margin for exercise in data for margin in margins_of_mistakes(exercise)]
    table = Table("", *(f"right, {dtype}" for dtype in DTYPES), "mistakes, at least")
    for name in names:
        nearest = (worst(right, name, dtype) for dtype in DTYPES)
        least = min((margin for margin in wrong if margin.exercise == name), key=lambda m: m.off)
        table.add_row(name, *nearest, f"{least.off:,.0f}\n{least.where}", end_section=True)
    Console().print(table)


def key(number: int) -> bytes:
    """A course key that is the same at every run."""
    return hashlib.sha256(b"margins %d" % number).digest()


def worst(margins: list[Margin], exercise: str, dtype: str) -> str:
    """The margin that is nearest to the tolerance, as a cell of the table."""
    found = [margin for margin in margins if (margin.exercise, margin.dtype) == (exercise, dtype)]
    if not found:
        return "-"
    largest = max(found, key=lambda margin: margin.off)
    return f"{largest.off:.3f}\n{largest.where}"


def margins_of_right(
    assignment: str, data: list[ExerciseData], names: list[str]
) -> Iterator[Margin]:
    """Each script of the corpus that passes whole, in each case of what it defines."""
    shell = InteractiveShell.instance(config=Config({"HistoryManager": {"enabled": False}}))
    for script in sorted((ROOT / "corpus/submissions" / assignment).glob("*.py")):
        if expectation(script).expects or script.stem.startswith("hostile_"):
            continue
        namespace = defined(script, names, shell)
        for exercise in data:
            if exercise.object_name in namespace:
                yield from margins_of_script(script.stem, namespace, exercise)


def margins_of_script(
    script: str, namespace: Mapping[str, Any], exercise: ExerciseData
) -> Iterator[Margin]:
    """How far the object that `script` defined is off in each case of `exercise`."""
    drive = drives.find(exercise.drive, ROOT)
    for case in exercise.cases:
        assert isinstance(case.expected, Values)
        with contextlib.redirect_stdout(io.StringIO()):
            outputs = attempt(namespace, exercise.object_name, drive, case.inputs)
        assert not isinstance(outputs, Failure), (script, exercise.name, outputs)
        (dtype,) = set(case.expected.dtypes.values())
        yield Margin(exercise.name, dtype, off(outputs, case.expected), f"{script}, {case.name}")


def margins_of_mistakes(exercise: ExerciseData) -> Iterator[Margin]:
    """Each known mistake in the hidden case that shows it best; raising is infinitely far off."""
    for mistake in exercise.mistakes:
        shown = []
        for case in exercise.cases:
            if not case.public:
                assert isinstance(case.expected, Values)
                known = case.mistakes[mistake.name]
                far = off(known.tensors, case.expected) if isinstance(known, Values) else torch.inf
                where = f"{mistake.name}, {case.name}"
                shown.append(Margin(exercise.name, "float64", far, where))
        yield max(shown, key=lambda margin: margin.off)


def off(outputs: Outputs | Mapping[str, torch.Tensor], expected: Values) -> float:
    """The largest difference in tolerances; what is not finite is infinitely far."""
    largest = 0.0
    for name, tensor in expected.tensors.items():
        tolerance = expected.tolerances[name]
        difference = (outputs[name].double() - tensor).abs()
        tolerated = tolerance.atol + tolerance.rtol * tensor.abs()
        share = torch.where(difference == 0, 0.0, difference / tolerated)
        largest = max(largest, share.nan_to_num(torch.inf).max().item())
    return largest


def defined(script: Path, names: list[str], shell: InteractiveShell) -> dict[str, Any]:
    """What the script's own cells define, run as in IPython."""
    shell.user_ns.clear()
    shell.init_user_ns()
    shell.user_ns["torch"] = torch
    with contextlib.redirect_stdout(io.StringIO()):
        for cell in submission(script, blank(names), blank(names)).cells:
            if cell.cell_type == "code":
                shell.run_cell(cell.source).raise_error()
    return dict(shell.user_ns)


def blank(names: list[str]) -> NotebookNode:
    """A notebook with a place for each exercise and nothing else."""
    marks = [{"nbgrader": {"grade_id": name, "solution": True}} for name in names]
    cells = [nbformat.v4.new_code_cell(metadata=mark) for mark in marks]
    notebook: NotebookNode = nbformat.v4.new_notebook(cells=cells)
    return notebook


if __name__ == "__main__":
    main()
