"""What runs again, counted: the cells of a submission and the exercises that are asked.

Students' code runs in this process here, for it is ours, and the gradebook is only noted.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, ClassVar

import nbformat
import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from autograder import classroom, digests, drives, grade, gradebook
from autograder.attempt import attempt
from autograder.cell import Cell, CellRun
from autograder.course import Course
from autograder.drive import Failure, Inputs, Outputs
from autograder.errors import SealError
from autograder.grade import Graded
from autograder.sealed import tiers
from autograder.sealed.limits import Limits
from autograder.sealed.seal import Tier
from autograder.verdict import ExerciseResult, Kind, SubmissionResult, Verdict

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

    def __init__(self, cells: Sequence[Cell], files: Path, _: Limits, __: str) -> None:
        self._cells, self._files = cells, files
        self._namespace: dict[str, Any] = {}

    def run_cells(self) -> dict[int, CellRun]:
        self.ran.append("cells")
        for cell in self._cells:
            exec(cell.source, self._namespace)
        output = {"output_type": "stream", "name": "stdout", "text": "new"}
        return {cell.index: CellRun([output], failed=False) for cell in self._cells}

    def ask(self, name: str, drive: str, inputs: Inputs, _: int) -> Outputs | Failure:
        self.ran.append(name)
        if name in self.failing:
            return Failure(self.failing[name], "")
        return attempt(self._namespace, name, drives.find(drive, self._files), inputs)

    def __enter__(self) -> InProcess:
        return self

    def __exit__(self, *_: object) -> None:
        pass


@dataclass
class Class:
    """A course whose gradings are counted."""

    course: Course
    written: list[Graded] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def grade(self, **options: Any) -> tuple[dict[str, SubmissionResult], list[str]]:
        """The results by student, and what was run for them: "cells", and a name for each case."""
        InProcess.ran.clear()
        options = {"students": (), "jobs": 1, "force": False, "device": "cpu", **options}
        results = classroom.grade_class(
            self.course, "hw", advance=lambda _, __: None, notify=self.said.append, **options
        )
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


@pytest.fixture
def a_class(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Class]:
    """Kim, who is right, and Lee, who takes three times: both graded."""
    made = Class(Course(tmp_path))

    def note(course: Course, _: object, graded: Sequence[Graded]) -> None:
        made.written += graded
        course.gradebook.touch()
        for one in graded:
            place = course.autograded / one.student / "hw" / "hw.ipynb"
            place.parent.mkdir(parents=True, exist_ok=True)
            place.touch()

    for attribute, value in (("ran", []), ("failing", {}), ("tier", "full"), ("cut_short", False)):
        monkeypatch.setattr(InProcess, attribute, value)
    loaded = type(sys)("tests_loaded")
    loaded.names = []  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "tests_loaded", loaded)
    monkeypatch.setattr(grade, "Session", InProcess)
    monkeypatch.setattr(gradebook, "write", note)
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


def exercises(results: dict[str, SubmissionResult], student: str) -> dict[str, ExerciseResult]:
    return {exercise.name: exercise for exercise in results[student].exercises}


CELLS, DOUBLE, HALF = ["cells"], ["double"] * 2, ["half"] * 2


def test_an_unchanged_class_runs_nothing(a_class: Class) -> None:
    results, ran = a_class.grade()
    assert (ran, a_class.written) == ([], [])
    assert results["kim"].verdict is Verdict.PASSED
    assert results["lee"].exercises[0].findings[0].mistake == "thrice"


def test_the_author_s_code_runs_once_for_each_grading(a_class: Class) -> None:
    loaded = sys.modules["tests_loaded"].names
    loaded.clear()
    a_class.grade()
    assert loaded == ["hw"]


@pytest.mark.parametrize(
    ("old", "new", "asked"),
    [
        ("size=5", "size=6", DOUBLE),
        ('Case("five", size=5)', 'Case("five", weight=2, size=5)', DOUBLE),
        ('Case("five", size=5)', 'Case("five", public=True, size=5)', DOUBLE),
        ("points=2", "points=4", DOUBLE),
        ("twice is enough", "not three times", DOUBLE),
        ('"thrice", thrice', '"threefold", thrice', DOUBLE),
        ("return 3 * x", "return 3 * x + 1", DOUBLE),
        ("[3.0]", "[4.0]", HALF),
        (', Case("more", grid={"x": [3.0]})', "", ["half"]),
    ],
)
def test_a_change_of_one_exercise_runs_that_one(
    a_class: Class, old: str, new: str, asked: list[str]
) -> None:
    before, _ = a_class.grade()
    a_class.change("solutions/hw/cases.py", old, new)
    after, ran = a_class.grade()
    assert ran == [*CELLS, *asked] * 2
    other = "half" if "double" in asked else "double"
    for student in ("kim", "lee"):
        assert exercises(after, student)[other] == exercises(before, student)[other]
    assert sorted(done.student for done in a_class.written) == ["kim", "lee"]
    assert a_class.grade() == (after, [])


def test_what_is_written_is_old_and_new_in_one(a_class: Class) -> None:
    a_class.change("solutions/hw/cases.py", "points=1", "points=3")
    a_class.grade()
    kim, lee = sorted(a_class.written, key=lambda done: done.student)
    assert [done.result.score for done in (kim, lee)] == [5, 3]
    assert [entry.name for entry in lee.result.exercises] == ["double", "half"]
    assert lee.result.exercises[0].findings[0].mistake == "thrice"
    assert {run[0]["text"] for run in lee.outputs.values()} == {"new"}


def test_other_words_in_the_author_s_code_run_nothing(a_class: Class) -> None:
    a_class.change("solutions/hw/cases.py", "return 2 * x", "return x + x  # the same")
    assert a_class.grade()[1] == []


def test_a_drive_runs_its_own_exercises(a_class: Class, monkeypatch: pytest.MonkeyPatch) -> None:
    a_class.change("source/hw/drives.py", "return {", "return {  # a change\n        ")
    assert a_class.grade()[1] == [*CELLS, *DOUBLE] * 2
    text = drives.source

    def edited(reference: str, folder: Path) -> str:
        return text(reference, folder) + "#" * (reference == "scalar_calls")

    monkeypatch.setattr(drives, "source", edited)
    assert a_class.grade()[1] == [*CELLS, *HALF] * 2


def test_other_code_runs_all_of_its_submission(a_class: Class) -> None:
    a_class.hand_in("lee", {**RIGHT, "half": "def half(x): return 0.5 * x"})
    results, ran = a_class.grade()
    assert ran == [*CELLS, *DOUBLE, *HALF]
    assert results["lee"].verdict is Verdict.PASSED


def test_other_prose_is_shown_and_asks_nothing(a_class: Class) -> None:
    before, _ = a_class.grade()
    folder = a_class.hand_in("kim", RIGHT, prose="I thought long about it.")
    after, ran = a_class.grade()
    assert (ran, after["kim"].exercises) == (CELLS, before["kim"].exercises)
    assert a_class.written[-1].notebook.cells[0].source == "I thought long about it."
    (folder / "timestamp.txt").write_text("2026-03-09 09:00:00 UTC")
    assert a_class.grade()[1] == CELLS
    nbformat.write(notebook(RIGHT, "# A word more"), a_class.course.source / "hw" / "hw.ipynb")
    assert a_class.grade()[1] == CELLS * 2
    assert a_class.grade()[1] == []


def test_data_beside_the_notebook_runs_everything(a_class: Class) -> None:
    (a_class.course.source / "hw" / "points.csv").write_text("1, 2")
    assert a_class.grade()[1] == [*CELLS, *DOUBLE, *HALF] * 2


def test_limits_run_everything(a_class: Class) -> None:
    a_class.change(
        "solutions/hw/cases.py", "exercises =", "limits = Limits(threads=3)\nexercises ="
    )
    assert a_class.grade()[1] == [*CELLS, *DOUBLE, *HALF] * 2


@pytest.mark.parametrize("what", ["versions", "_engine", "_installed"])
def test_another_version_runs_everything(
    a_class: Class, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    monkeypatch.setattr(digests, what, lambda: {"torch": "99.0"})
    assert a_class.grade()[1] == [*CELLS, *DOUBLE, *HALF] * 2


def test_force_runs_everything(a_class: Class) -> None:
    assert a_class.grade(force=True)[1] == [*CELLS, *DOUBLE, *HALF] * 2
    assert a_class.grade(force=True, students=["lee"])[1] == [*CELLS, *DOUBLE, *HALF]


def test_a_lost_page_is_made_again_without_asking(a_class: Class) -> None:
    (a_class.course.autograded / "lee" / "hw" / "hw.ipynb").unlink()
    assert a_class.grade()[1] == CELLS
    a_class.course.gradebook.unlink()
    assert a_class.grade()[1] == CELLS * 2


def test_a_new_exercise_is_asked_alone(a_class: Class) -> None:
    a_class.change(
        "solutions/hw/cases.py",
        "\n]\n",
        """
    Exercise("ten", solution=half, points=1, drive=scalar_calls,
             cases=[Case("none", public=True, grid={"x": [1.0]})]),
]
""",
    )
    results, ran = a_class.grade()
    assert ran == [*CELLS, "half"] * 2
    assert [entry.name for entry in results["kim"].exercises] == ["double", "half", "ten"]


@pytest.mark.parametrize("kind", [Kind.TIME_OUT, Kind.CRASHED, Kind.ENGINE])
def test_what_may_be_luck_is_tried_again_alone(a_class: Class, kind: Kind) -> None:
    InProcess.failing["half"] = kind
    failed, ran = a_class.grade(force=True, students=["kim"])
    assert failed["kim"].verdict is not Verdict.PASSED
    InProcess.failing.clear()
    again, ran = a_class.grade()
    assert ran == [*CELLS, *HALF]
    assert again["kim"].verdict is Verdict.PASSED
    assert a_class.grade()[1] == []


def test_a_grader_that_failed_leaves_nothing(
    a_class: Class, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: InProcess) -> dict[int, CellRun]:
        raise SealError("the warm process has ended twice")

    with monkeypatch.context() as patch:
        patch.setattr(InProcess, "run_cells", fail)
        broken, _ = a_class.grade(force=True)
    assert broken["kim"].verdict is Verdict.BROKEN
    assert a_class.grade()[1] == [*CELLS, *DOUBLE, *HALF] * 2


def test_a_stopped_cell_leaves_nothing(a_class: Class, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(InProcess, "cut_short", True)
        a_class.grade(force=True)
    assert a_class.grade()[1] == [*CELLS, *DOUBLE, *HALF] * 2


def test_what_cannot_be_read_is_read_once(a_class: Class) -> None:
    path = a_class.course.submission("kim", "hw") / "hw.ipynb"
    path.write_text("{")
    results, ran = a_class.grade()
    assert ran == []
    assert results["kim"].score == 0
    a_class.written.clear()
    assert a_class.grade() == (results, [])
    assert a_class.written == []
    a_class.hand_in("kim", RIGHT)
    assert a_class.grade()[1] == [*CELLS, *DOUBLE, *HALF]


def seal_here(monkeypatch: pytest.MonkeyPatch, tier: Tier) -> None:
    class Here:
        seal: Any = type("Seal", (), {"tier": tier})
        missing = ("walls",)

    monkeypatch.setattr(tiers, "for_device", lambda _: Here)
    monkeypatch.setattr(InProcess, "tier", tier)


def test_a_fuller_seal_runs_everything_and_a_lesser_one_nothing(
    a_class: Class, monkeypatch: pytest.MonkeyPatch
) -> None:
    seal_here(monkeypatch, Tier.PLAIN)
    assert a_class.grade()[1] == []
    with pytest.raises(SealError, match="not 'full'"):
        a_class.grade(full_seal=True)
    results, _ = a_class.grade(force=True)
    assert {result.tier for result in results.values()} == {Tier.PLAIN}
    assert a_class.grade()[1] == []
    seal_here(monkeypatch, Tier.FULL)
    results, ran = a_class.grade()
    assert ran == [*CELLS, *DOUBLE, *HALF] * 2
    assert {result.tier for result in results.values()} == {Tier.FULL}
    assert a_class.grade(full_seal=True)[1] == []


def test_results_of_two_seals_are_not_mixed(
    a_class: Class, monkeypatch: pytest.MonkeyPatch
) -> None:
    seal_here(monkeypatch, Tier.PLAIN)
    a_class.change("solutions/hw/cases.py", "size=5", "size=6")
    assert a_class.grade()[1] == [*CELLS, *DOUBLE, *HALF] * 2


def test_a_receipt_that_is_none_is_said_and_graded_again(a_class: Class) -> None:
    torn, copied = a_class.receipt("kim"), a_class.receipt("lee")
    copied.write_bytes(torn.read_bytes())
    data = json.loads(torn.read_bytes())
    data["result"]["exercises"][0]["cases"][0]["verdict"] = "failed"
    torn.write_text(json.dumps(data))
    after, ran = a_class.grade()
    assert ran == [*CELLS, *DOUBLE, *HALF] * 2
    assert a_class.said == [
        f"{torn} was changed after the grader had written it: 'kim' is graded again.",
        f"{copied} is of 'hw' by 'kim': 'lee' is graded again.",
    ]
    assert [result.score for result in after.values()] == [3, 1]
    a_class.said.clear()
    assert a_class.grade() == (after, [])
    torn.write_bytes(torn.read_bytes()[:100])
    a_class.grade(force=True)  # nothing is said of what nobody reads


def test_every_generic_drive_has_a_text_of_its_own(tmp_path: Path) -> None:
    for name in drives.GENERIC:
        assert f"{name} = Drive(" in drives.source(name, tmp_path)
