from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import nbformat
import pytest

from autograder import gradebook
from autograder.course.course import Course
from autograder.gradebook.database import writer
from autograder.gradebook.master import read_master
from autograder.grading import run
from autograder.grading.graded import Graded

from .counted_class import CASES, DRIVES, RIGHT, Class, InProcess, notebook


@pytest.fixture
def a_class(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Class]:
    """Kim, who is right, and Lee, who takes three times: both graded."""
    made = Class(Course(tmp_path))

    def note(course: Course, _: object, graded: Sequence[Graded]) -> None:
        made.written += graded
        course.gradebook.touch()
        for one in graded:
            place = course.autograded_notebook(one.student, "hw")
            place.parent.mkdir(parents=True, exist_ok=True)
            place.unlink(missing_ok=True)
            nbformat.write(writer._notebook(one, read_master(course, "hw")), place)

    for attribute, value in (("ran", []), ("failing", {}), ("tier", "full"), ("cut_short", False)):
        monkeypatch.setattr(InProcess, attribute, value)
    loaded = type(sys)("tests_loaded")
    loaded.names = []  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "tests_loaded", loaded)
    monkeypatch.setattr(run, "Session", InProcess)
    monkeypatch.setattr(gradebook, "write", note)
    monkeypatch.setattr(gradebook, "add", note)
    solutions, source = made.course.solutions / "hw", made.course.source / "hw"
    for folder in (solutions, source):
        folder.mkdir(parents=True)
        (folder / "drives.py").write_text(DRIVES)
    (solutions / "__init__.py").touch()
    (solutions / "cases.py").write_text(CASES)
    nbformat.write(notebook(dict.fromkeys(RIGHT, "...")), source / "hw.ipynb")
    made.hand_in("kim", RIGHT)
    made.hand_in("lee", {**RIGHT, "double": "def double(x): return 3 * x"})
    made.grade()
    made.written.clear()
    yield made
    assert made.said == []
