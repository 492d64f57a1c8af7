"""Other words run no code: results are told anew, and pages are made of the earlier ones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode

from autograder.gradebook.master import graded_cells, read_master
from autograder.grading import digests, run
from autograder.notebooks.marks import grade_id
from autograder.report.sentences import message
from autograder.results.kinds import Kind
from autograder.results.result import SubmissionResult
from autograder.words import language

from .counted_class import CELLS, DOUBLE, HALF, RIGHT, Class, InProcess, notebook

OLD, NEW = "twice is enough.", "multiply by two, not by three."


@pytest.fixture
def unsealed(a_class: Class, monkeypatch: pytest.MonkeyPatch) -> Class:
    """The same class, where nothing can run any more."""
    monkeypatch.setattr(run, "Session", None)
    return a_class


def change_the_hint(a_class: Class, old: str = OLD, new: str = NEW) -> None:
    a_class.change("solutions/hw/cases.py", old, new)


def page(a_class: Class, student: str) -> NotebookNode:
    read: NotebookNode = nbformat.read(a_class.course.autograded_notebook(student, "hw"), 4)
    return read


def said(result: SubmissionResult) -> str:
    return message(result.exercises[0].findings[0])


def test_another_hint_is_told_and_runs_nothing(unsealed: Class) -> None:
    before, _ = unsealed.grade()
    change_the_hint(unsealed)
    after, ran = unsealed.grade()
    assert ran == []
    assert (said(before["lee"]), said(after["lee"])) == (f"thrice: {OLD}", f"thrice: {NEW}")
    assert after["lee"].score == before["lee"].score
    assert after["kim"] == before["kim"]
    shown = str(page(unsealed, "lee"))
    assert NEW in shown
    assert OLD not in shown
    receipt = unsealed.receipt("lee").read_text("utf-8")
    assert NEW in receipt
    assert OLD not in receipt


def test_what_has_been_told_anew_is_known(unsealed: Class) -> None:
    change_the_hint(unsealed)
    results, _ = unsealed.grade()
    assert sorted(done.student for done in unsealed.written) == ["kim", "lee"]
    unsealed.written.clear()
    assert unsealed.grade() == (results, [])
    assert unsealed.written == []


def test_what_the_student_s_code_printed_stays(unsealed: Class) -> None:
    before = page(unsealed, "lee")
    change_the_hint(unsealed)
    unsealed.grade()
    after = page(unsealed, "lee")
    changed = [
        grade_id(cell)
        for old, cell in zip(before.cells, after.cells, strict=True)
        if old != cell  # whatever it is that differs
    ]
    assert changed == ["check-double"]
    assert "'text': 'new'" in str(after.cells[1].outputs)


def test_a_form_that_is_valid_elsewhere_keeps_its_note(
    a_class: Class, monkeypatch: pytest.MonkeyPatch
) -> None:
    change_the_hint(a_class, f'"{OLD}"', f'"{OLD}", valid_elsewhere=True')
    before, _ = a_class.grade()
    monkeypatch.setattr(run, "Session", None)
    change_the_hint(a_class)
    after, _ = a_class.grade()
    assert said(after["lee"]) == said(before["lee"]).replace(OLD, NEW)
    assert said(after["lee"]).endswith(f"{NEW} A case that fails for it counts half.")
    assert after["lee"].score == before["lee"].score == 2


@pytest.mark.parametrize("what", ["digests._shown", "language.current"])
def test_another_look_and_another_language_run_nothing(
    unsealed: Class, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    place, name = what.split(".")
    monkeypatch.setattr(
        {"digests": digests, "language": language}[place], name, lambda: "otherwise"
    )
    assert unsealed.grade()[1] == []
    assert len(unsealed.written) == 2
    unsealed.written.clear()
    assert unsealed.grade()[1] == []
    assert unsealed.written == []


def test_other_words_in_the_built_reference_run_nothing(unsealed: Class) -> None:
    texts = {**RIGHT, "double": 'def double(x):\n    """Twice."""\n    return 2 * x'}
    nbformat.write(notebook(texts, "# Twice and half"), unsealed.course.source / "hw" / "hw.ipynb")
    assert unsealed.grade()[1] == []
    marks = graded_cells(read_master(unsealed.course, "hw"))["double"].metadata
    shown = graded_cells(page(unsealed, "kim"))["double"]
    assert (shown.metadata, shown.source) == (marks, RIGHT["double"])


def test_other_prose_comes_with_the_words_of_today(a_class: Class) -> None:
    a_class.hand_in("lee", {**RIGHT, "double": "def double(x): return 3 * x"}, "Thought again.")
    change_the_hint(a_class)
    results, ran = a_class.grade()
    assert (ran, said(results["lee"])) == (CELLS, f"thrice: {NEW}")
    assert NEW in str(page(a_class, "lee"))


def test_another_case_comes_with_the_words_of_today(a_class: Class) -> None:
    a_class.change("solutions/hw/cases.py", "[3.0]", "[4.0]")
    change_the_hint(a_class)
    results, ran = a_class.grade()
    assert (ran, said(results["lee"])) == ([*CELLS, *HALF] * 2, f"thrice: {NEW}")


def rewritten(path: Path, content: bytes) -> None:
    path.unlink()
    path.write_bytes(content)


@pytest.mark.parametrize(
    "spoil",
    [
        Path.unlink,
        lambda path: rewritten(path, b""),
        lambda path: rewritten(path, path.read_bytes()[:-9]),
        lambda path: rewritten(path, path.read_bytes().replace(b"new", b"old")),
        lambda path: rewritten(path, (path.parents[2] / "kim" / "hw" / "hw.ipynb").read_bytes()),
        lambda path: (path.unlink(), path.symlink_to("nowhere")),
    ],
    ids=["lost", "empty", "torn", "changed", "another's", "a link"],
)
def test_a_page_that_is_not_the_one_that_was_written_is_made_of_a_run(
    a_class: Class, spoil: Callable[[Path], object]
) -> None:
    spoil(a_class.course.autograded_notebook("lee", "hw"))
    change_the_hint(a_class)
    results, ran = a_class.grade()
    assert (ran, said(results["lee"])) == (CELLS, f"thrice: {NEW}")
    assert NEW in str(page(a_class, "lee"))


def test_a_lost_gradebook_runs_everybody(a_class: Class) -> None:
    change_the_hint(a_class)
    a_class.course.gradebook.unlink()
    assert a_class.grade()[1] == CELLS * 2


def test_what_may_be_luck_is_tried_again_also_for_other_words(a_class: Class) -> None:
    InProcess.failing["half"] = Kind.TIME_OUT
    a_class.grade(force=True)
    InProcess.failing.clear()
    change_the_hint(a_class)
    results, ran = a_class.grade()
    assert (ran, said(results["lee"])) == ([*CELLS, *HALF] * 2, f"thrice: {NEW}")


def test_force_runs_everything_also_for_other_words(a_class: Class) -> None:
    change_the_hint(a_class)
    assert a_class.grade(force=True)[1] == [*CELLS, *DOUBLE, *HALF] * 2


@pytest.mark.parametrize("readable", [True, False])
def test_what_is_said_of_the_notebook_is_said_once(a_class: Class, readable: bool) -> None:
    path = a_class.course.submission("lee", "hw") / "hw.ipynb"
    renamed = path.rename(path.with_name("mine.ipynb"))
    if not readable:
        renamed.write_text("{")
    before, _ = a_class.grade()
    change_the_hint(a_class)
    after, ran = a_class.grade()
    assert ran == []
    assert after["lee"].findings == before["lee"].findings
    assert [cell.id for cell in page(a_class, "lee").cells].count("about") == 1
