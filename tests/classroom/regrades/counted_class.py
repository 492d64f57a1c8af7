"""A small course whose gradings are counted: cells that run, and exercises that are asked.

Students' code runs in this process here, for it is ours, and the gradebook is only noted.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, ClassVar

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from autograder import drives
from autograder.classroom.grade_class import grade_class
from autograder.classroom.options import Options
from autograder.course.course import Course
from autograder.data.outcomes import Failure, Outputs
from autograder.data.sentence import own_words
from autograder.grading.graded import Graded
from autograder.results.kinds import Kind
from autograder.results.result import SubmissionResult
from autograder.running.attempt import attempt
from autograder.running.cell import Cell, CellRun
from autograder.running.limits import Limits
from autograder.sealed.outside.open_processes import OpenProcesses
from autograder.sealed.outside.seal import Tier
from autograder.sealed.wire.batch import Batch, unpack
from autograder.sealed.wire.frames import decode

DRIVES = """
import torch
from autograder import Drive, Inputs

def inputs(draw, *, size):
    return Inputs({}, {"x": draw.signed((size,), 0.5, 1.0).float()})

def run(obj, inputs):
    return {"y": obj(inputs.tensors["x"].clone())}

tensor_call = Drive("tensor_call", inputs, run)
"""

CASES = """
import sys
from autograder import Case, Exercise, Mistake, Limits
from autograder.drives import scalar_calls
from .drives import tensor_call

def double(x): return 2 * x
def thrice(x): return 3 * x
def half(x): return x / 2

sys.modules["tests_loaded"].names.append("hw")
exercises = [
    Exercise(
        "double", solution=double, points=2, drive=tensor_call,
        cases=[Case("four", public=True, size=4), Case("five", size=5)],
        mistakes=[Mistake("thrice", thrice, "twice is enough.")],
    ),
    Exercise(
        "half", solution=half, points=1, drive=scalar_calls,
        cases=[Case("some", public=True, grid={"x": [1.0, 5.0]}), Case("more", grid={"x": [3.0]})],
    ),
]
"""

RIGHT = {"double": "def double(x): return 2 * x", "half": "def half(x): return x / 2"}


def notebook(texts: dict[str, str], prose: str = "# Twice and half") -> NotebookNode:
    cells = [new_markdown_cell(prose)]
    for name, text in texts.items():
        solution, check = new_code_cell(text), new_code_cell(f'check("{name}")')
        flags = {"schema_version": 3, "grade": False, "solution": False, "locked": False}
        solution.metadata.nbgrader = {**flags, "grade_id": name, "solution": True}
        check.metadata.nbgrader = {**flags, "grade_id": f"check-{name}", "locked": True}
        check.metadata.nbgrader |= {"grade": True, "points": 1}
        cells += [solution, check]
    for index, cell in enumerate(cells):
        cell.id = f"c{index}"
    made: NotebookNode = new_notebook(cells=cells)
    return made


class InProcess:
    """A session without a seal; it notes what runs."""

    ran: ClassVar[list[str]] = []
    failing: ClassVar[dict[str, Kind]] = {}
    tier: ClassVar[str] = Tier.FULL
    cut_short: ClassVar[bool] = False
    timed_out = False

    def __init__(
        self,
        cells: Sequence[Cell],
        files: Path,
        _: Limits,
        __: str,
        watched: Sequence[str],
        opened: OpenProcesses,
    ) -> None:
        assert not watched
        assert isinstance(opened, OpenProcesses)
        self._cells, self._files = cells, files
        self._ran: list[str] = []
        self.used: set[str] = set()
        self._namespace: dict[str, Any] = {}

    def run_cells(self) -> dict[int, CellRun]:
        self._ran.append("cells")
        for cell in self._cells:
            exec(cell.source, self._namespace)
        output = {"output_type": "stream", "name": "stdout", "text": "new"}
        return {cell.index: CellRun([output], failed=False) for cell in self._cells}

    def ask(self, name: str, drive: str, batch: Batch, _: int) -> list[Outputs | Failure]:
        self._ran += [name] * len(batch.settings)
        if name in self.failing:
            return [Failure(self.failing[name], own_words(""))]
        given = unpack(batch.settings, decode(b"{}", batch.body)[1], "cpu")
        found = drives.find(drive, self._files)
        return [attempt(self._namespace, name, found, inputs) for inputs in given]

    def __enter__(self) -> InProcess:
        return self

    def __exit__(self, *_: object) -> None:
        self.ran.extend(sorted(self._ran))  # public cases of all exercises come before hidden ones


@dataclass
class Class:
    """A course whose gradings are counted."""

    course: Course
    written: list[Graded] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def grade(self, **options: Any) -> tuple[dict[str, SubmissionResult], list[str]]:
        """The results by student, and what was run for them: "cells", and a name for each case."""
        InProcess.ran.clear()
        chosen = Options(**options)
        results = grade_class(self.course, "hw", chosen, lambda _, __: None, self.said.append)
        shown = [replace(result, seconds=round(result.seconds, 3)) for result in results]
        return {result.student: result for result in shown}, list(InProcess.ran)

    def hand_in(self, student: str, texts: dict[str, str], prose: str = "mine") -> Path:
        folder = self.course.submission(student, "hw")
        folder.mkdir(parents=True, exist_ok=True)
        nbformat.write(notebook(texts, prose), folder / "hw.ipynb")
        return folder

    def change(self, file: str, old: str, new: str) -> None:
        """Replaces a text of the author's, and leaves no doubt to Python's caches."""
        path = self.course.root / file
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")
        later = path.stat().st_mtime + 10
        os.utime(path, (later, later))

    def receipt(self, student: str) -> Path:
        return self.course.reports / "hw" / f"{student}.json"


CELLS, DOUBLE, HALF = ["cells"], ["double"] * 2, ["half"] * 2
