"""The autograded notebook: what the student wrote, with our verdicts, and nothing that runs.

Nothing of a student's goes into it as it is: cells are made anew, nbgrader's metadata comes from
the instructor's notebook alone, and a cell has its place in the gradebook once.
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

from nbformat import NotebookNode
from nbgrader.utils import is_grade, is_locked

from autograder.gradebook.autograded.clean_markdown import shown, verbatim
from autograder.gradebook.autograded.clean_text import as_list
from autograder.gradebook.autograded.outputs import student_outputs, verdict_outputs
from autograder.gradebook.master import graded_cells
from autograder.gradebook.result_of_cell import checked_in
from autograder.notebooks import nodes
from autograder.notebooks.marks import grade_id
from autograder.results.result import SubmissionResult
from autograder.words.said import said

if TYPE_CHECKING:
    from autograder.grading.graded import Graded

ABOUT = "about"
"""The id of the cell of ours that comes first, where there is one."""

RENDERED = 50_000
"""Characters of a notebook's Markdown that are rendered; what comes later is shown as typed."""


def autograded_notebook(graded: Graded, master: NotebookNode) -> NotebookNode:
    """The notebook for `autograded/`, which formgrader shows and the feedback is made of."""
    known = graded_cells(master)
    prose = {cell.source: cell for cell in master.cells if cell.cell_type == "markdown"}
    made: NotebookNode
    cells, rendered = [], 0
    for index, cell in enumerate(graded.notebook.cells):
        own = known.pop(grade_id(cell), None)
        if own is not None and own.cell_type != cell.cell_type:
            own = None
        text = own.source if own is not None and is_locked(own) else cell.source
        if cell.cell_type == "code":
            made = nodes.code_cell(text, _outputs(index, own, graded))
        elif text in prose:
            made = copy.deepcopy(prose[text])
        else:
            rendered += len(text)
            made = nodes.markdown_cell(_prose(cell) if rendered <= RENDERED else verbatim(text))
        made.id = f"cell-{index}"
        made.metadata = copy.deepcopy(own.metadata) if own is not None else NotebookNode()
        cells.append(made)
    return nodes.notebook([*about(graded.result), *cells], master.metadata)


def verdict(result: SubmissionResult, own: NotebookNode | None) -> list[NotebookNode] | None:
    """What a cell shows that checks an exercise; None of another cell.

    Args:
        result: how the submission went.
        own: the cell as nbgrader knows it, if it does.
    """
    exercise = checked_in(result, grade_id(own)) if own is not None and is_grade(own) else None
    return None if exercise is None else verdict_outputs(exercise)


def _outputs(index: int, own: NotebookNode | None, graded: Graded) -> list[NotebookNode]:
    ours = verdict(graded.result, own)
    return student_outputs(graded.outputs.get(index, ())) if ours is None else ours


def _prose(cell: NotebookNode) -> str:
    if cell.cell_type == "markdown":
        return shown(cell.source, cell.get("attachments"))
    return verbatim(cell.source)


def about(result: SubmissionResult) -> list[NotebookNode]:
    """A first cell with what is to be said of the notebook as a whole."""
    if not result.findings:
        return []
    cell = nodes.markdown_cell(f"**{said('About this submission')}**\n\n{as_list(result.findings)}")
    cell.id = ABOUT
    return [cell]
