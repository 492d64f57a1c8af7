"""What a change runs again, and what it doesn't."""

from __future__ import annotations

import sys
from pathlib import Path

import nbformat
import pytest

from autograder import drives
from autograder.course import handed_in
from autograder.grading import digests
from autograder.results.kinds import Verdict
from autograder.results.result import ExerciseResult, SubmissionResult
from autograder.sealed.outside import best_seal

from .counted_class import CELLS, DOUBLE, HALF, RIGHT, Class, notebook


def exercises(results: dict[str, SubmissionResult], student: str) -> dict[str, ExerciseResult]:
    return {exercise.name: exercise for exercise in results[student].exercises}


def test_an_unchanged_class_runs_nothing(a_class: Class, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(best_seal, "for_device", None)  # to look for a seal, processes are started
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
    before = a_class.grade()
    a_class.change("solutions/hw/cases.py", "return 2 * x", "return x + x  # the same")
    assert a_class.grade() == before
    a_class.change("solutions/hw/cases.py", "return x + x", "return 4 * x / 2")
    assert a_class.grade() == before
    said = 'def half(x):\n    """The half."""\n    return'
    a_class.change("solutions/hw/cases.py", "def half(x): return", said)
    assert a_class.grade() == before
    assert a_class.written == []


@pytest.mark.parametrize("folder", ["solutions", "source"])
def test_other_words_in_a_drive_run_nothing(a_class: Class, folder: str) -> None:
    a_class.change(f"{folder}/hw/drives.py", "return {", "return {  # a comment\n        ")
    a_class.change(f"{folder}/hw/drives.py", "def run(", "\n\ndef run(")
    assert a_class.grade()[1] == []


def test_a_drive_runs_its_own_exercises(a_class: Class, monkeypatch: pytest.MonkeyPatch) -> None:
    a_class.change("source/hw/drives.py", ".clone()", ".clone() + 0")
    assert a_class.grade()[1] == [*CELLS, *DOUBLE] * 2
    text = drives.source

    def edited(reference: str, folder: Path) -> str:
        return text(reference, folder) + "more = 1\n" * (reference == "scalar_calls")

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


def test_data_of_any_size_is_known_by_what_it_says(
    a_class: Class, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a huge file that somebody hands in the size is enough; code reads what we ship."""
    monkeypatch.setattr(handed_in, "MAX_BYTES", 0)
    data = a_class.course.source / "hw" / "points.csv"
    data.write_text("1, 2")
    a_class.grade()
    data.write_text("3, 4")
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


def test_another_page_is_made_and_asks_nothing(
    a_class: Class, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(digests, "_pages", lambda: "otherwise")
    assert a_class.grade()[1] == CELLS * 2
    assert len(a_class.written) == 2


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


def test_every_generic_drive_has_a_text_of_its_own(tmp_path: Path) -> None:
    for name in drives.GENERIC:
        assert f"{name} = Drive(" in drives.source(name, tmp_path)
