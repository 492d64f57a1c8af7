"""A page in other words is the page that a run would have made."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell

from autograder.data.sentence import own_words
from autograder.gradebook.autograded.notebook import autograded_notebook
from autograder.gradebook.autograded.retold import parsed, retold_notebook
from autograder.gradebook.master import prepare
from autograder.grading.graded import Graded
from autograder.results.kinds import Kind, Verdict
from autograder.results.result import Finding, SubmissionResult

from ..small_course import exercise_result, merged, source_notebook

MASTER = prepare(source_notebook())
RENAMED, FAILED = (
    Finding(Kind.NOTICE, (own_words(said),))
    for said in ("Renamed: 'hw (1).ipynb'.", "Cell 8 raised.")
)


def submitted() -> NotebookNode:
    notebook = merged({"adam": "class Adam: pass", "why": "*Because* it is.\n\nSo."})
    notebook.cells += [new_code_cell("print('<b>')"), new_markdown_cell("# Mine\n\n$x < 1$")]
    return notebook


def graded(said: str, *findings: Finding) -> Graded:
    """Printed text, an error with colours, and a forged output below a check."""
    outputs: dict[int, list[dict[str, Any]]] = {
        3: [{"output_type": "execute_result", "data": {"text/plain": "10.0"}}],
        7: [
            {"output_type": "stream", "name": "stdout", "text": "one\x1b]0;title\x07\ntwo\n"},
            {"output_type": "error", "ename": "E", "evalue": "e", "traceback": ["\x1b[31mred"]},
        ],
    }
    wrong = exercise_result("adam", Verdict.FAILED, Fraction(1, 3), said)
    result = SubmissionResult("kim", "hw", (wrong, exercise_result("sgd")), findings)
    return Graded("kim", Path("hw"), result, submitted(), outputs)


def again(earlier: Graded, now: Graded, master: NotebookNode = MASTER) -> NotebookNode:
    """What `now` shows where only the page of `earlier` is left."""
    page = nbformat.writes(autograded_notebook(earlier, MASTER)).encode()
    retold = replace(now, notebook=parsed(page), outputs={}, retold=True)
    made = retold_notebook(retold, master)
    nbformat.validate(made)
    return made


def test_other_words_stand_where_the_old_ones_did() -> None:
    before, after = graded("m starts at 0.", RENAMED), graded("Divide by 1 - b^t.", FAILED)
    made = again(before, after)
    assert made == autograded_notebook(after, MASTER) != autograded_notebook(before, MASTER)


def test_what_is_said_of_the_notebook_comes_and_goes() -> None:
    silent, said = graded("No."), graded("No.", RENAMED)
    assert again(silent, said) == autograded_notebook(said, MASTER)
    assert again(said, silent) == autograded_notebook(silent, MASTER)


def test_marks_are_the_source_s_of_today() -> None:
    source = source_notebook()
    source.cells[2].source = source.cells[2].source.replace("class Adam:", "class Adam:  # so")
    master = prepare(source)
    assert again(graded("No."), graded("No."), master) == autograded_notebook(graded("No."), master)
    assert again(graded("No."), graded("No."), master) != autograded_notebook(graded("No."), MASTER)


def test_the_arguments_are_left_as_they_are() -> None:
    page = parsed(nbformat.writes(autograded_notebook(graded("No.", RENAMED), MASTER)).encode())
    before = str(page)
    retold_notebook(replace(graded("Yes.", RENAMED), notebook=page, retold=True), MASTER)
    assert str(page) == before
