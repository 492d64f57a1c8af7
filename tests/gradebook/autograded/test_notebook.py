from __future__ import annotations

import copy
from fractions import Fraction
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_raw_cell
from nbgrader.nbgraderformat import MetadataValidator
from nbgrader.utils import compute_checksum, determine_grade, is_locked

from autograder.data.sentence import own_words
from autograder.gradebook.autograded.notebook import autograded_notebook
from autograder.gradebook.master import prepare
from autograder.grading.graded import Graded
from autograder.results.kinds import Kind, Verdict
from autograder.results.result import Finding, SubmissionResult

from ..small_course import cells_by_id, exercise_result, marked, merged, source_notebook

MASTER = prepare(source_notebook())


def autograded(
    notebook: NotebookNode | None = None,
    *exercises: Any,
    outputs: Any = None,
    findings: tuple[Finding, ...] = (),
) -> NotebookNode:
    """The autograded notebook of a submission, checked to be what nbgrader takes."""
    done = exercises or (exercise_result("adam"), exercise_result("sgd"))
    result = SubmissionResult("kim", "hw", done, findings)
    graded = Graded("kim", Path("hw"), result, notebook or merged({}), outputs or {})
    made = autograded_notebook(graded, MASTER)
    nbformat.validate(made)
    MetadataValidator().validate_nb(made)
    return made


def with_cell(cell: NotebookNode) -> NotebookNode:
    notebook = merged({})
    notebook.cells.append(cell)
    return notebook


def test_checks_show_our_verdict_and_nothing_else() -> None:
    forged = {3: [{"output_type": "execute_result", "data": {"text/plain": "10.0"}}]}
    third = exercise_result("adam", Verdict.FAILED, Fraction(1, 3), "No.")
    cells = cells_by_id(autograded(None, third, exercise_result("sgd"), outputs=forged))
    kinds = [output.output_type for output in cells["check-adam"].outputs]
    assert kinds == ["display_data", "execute_result"]
    assert determine_grade(cells["check-adam"]) == (10 / 3, 10.0)
    assert determine_grade(cells["check-sgd"]) == (4.0, 4.0)


def test_checksums_are_nbgrader_s() -> None:
    """Of a locked cell: its own. Of a solution cell: the release's, to tell what is unchanged."""
    notebook = autograded(merged({"adam": "class Adam: pass", "why": "Because."}))
    for name, cell in cells_by_id(notebook).items():
        same = cell.metadata.nbgrader.checksum == compute_checksum(cell)
        assert same == (is_locked(cell) or (name == "sgd" and cell.source == SGD)), name


SGD = "class Sgd:\n    # YOUR CODE HERE\n    raise NotImplementedError()"


def test_students_cells_keep_their_text_and_their_outputs() -> None:
    text = "print('<b>')\n%timeit x"
    printed = [{"output_type": "stream", "name": "stdout", "text": "<b>\n"}]
    notebook = autograded(with_cell(new_code_cell(text)), outputs={7: printed})
    assert notebook.cells[7].source == text
    assert notebook.cells[7].outputs[0].text == "<b>\n"


def test_the_instructor_s_prose_is_untouched() -> None:
    assert autograded().cells[0].source == "# Optimizers <details>more</details>"


def test_the_student_s_prose_is_cleaned() -> None:
    notebook = autograded(merged({"why": "*so* <script>alert(1)</script>"}))
    assert cells_by_id(notebook)["why"].source == "<div><p><em>so</em> alert(1)</p>&#10;</div>"


def test_raw_cells_are_shown_as_text() -> None:
    cell = autograded(with_cell(new_raw_cell("<script>alert(1)</script>"))).cells[7]
    assert cell.cell_type == "markdown"
    assert cell.source == "<pre>&lt;script&gt;alert(1)&lt;/script&gt;</pre>"


def test_so_much_is_rendered_and_no_more() -> None:
    notebook = merged({})
    notebook.cells += [new_markdown_cell(f"*{i}*" + "x" * 9000) for i in range(8)]
    shown = [cell.source[:5] for cell in autograded(notebook).cells[7:]]
    assert shown == ["<div>"] * 5 + ["<pre>"] * 3


@pytest.mark.parametrize("grade_id", ["check-adam", "adam", "new", 5, None, ["adam"]])
def test_claims_of_a_student_s_cell_are_dropped(grade_id: Any) -> None:
    claims = marked(new_code_cell("1"), grade_id, grade=True, points=1000, locked=True)
    claims.metadata.update(tags=["figure"], transient={"remove_source": True})
    assert autograded(with_cell(claims)).cells[7].metadata == {}


def test_a_cell_that_changed_its_kind_has_no_place_in_the_gradebook() -> None:
    notebook = merged({})
    notebook.cells[2] = marked(new_markdown_cell("text"), "adam", solution=True)
    assert "adam" not in cells_by_id(autograded(notebook))


def test_metadata_of_another_editor() -> None:
    notebook = merged({})
    notebook.metadata = {"widgets": {"x": "<script>"}, "title": "</title><script>"}
    notebook.cells[0].metadata = {"nbgrader": "yes", "tags": ["<script>"]}
    assert "script" not in str(autograded(notebook))


def test_locked_cells_say_what_the_source_says() -> None:
    notebook = merged({})
    notebook.cells[3].source = 'check("sgd")'
    assert cells_by_id(autograded(notebook))["check-adam"].source == 'check("adam")'


def test_findings_about_the_notebook_come_first() -> None:
    findings = (Finding(Kind.NOTICE, (own_words("'hw (1).ipynb' was taken for hw.ipynb."),)),)
    first = autograded(findings=findings).cells[0]
    assert first.source == (
        "**About this submission**\n\n- 'hw \\(1\\).ipynb' was taken for hw.ipynb."
    )


def test_the_arguments_are_left_as_they_are() -> None:
    notebook, master = merged({}), copy.deepcopy(MASTER)
    autograded(notebook)
    assert notebook == merged({})
    assert master == MASTER
