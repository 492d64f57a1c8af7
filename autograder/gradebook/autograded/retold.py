"""The autograded notebook in other words: made of the earlier one, since no code has run.

What the student's code printed stays as it was cleaned then; it is nowhere else.
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

import nbformat
from nbformat import NotebookNode

from autograder.gradebook.autograded.notebook import ABOUT, about, verdict
from autograder.gradebook.master import graded_cells
from autograder.notebooks import nodes
from autograder.notebooks.marks import grade_id

if TYPE_CHECKING:
    from autograder.grading.graded import Graded


def parsed(page: bytes) -> NotebookNode:
    """An autograded notebook, out of the file that was written of it."""
    read: NotebookNode = nbformat.reads(page.decode("utf-8"), as_version=4)
    return read


def retold_notebook(graded: Graded, master: NotebookNode) -> NotebookNode:
    """The notebook for `autograded/` of a result that is told in other words.

    Args:
        graded: its notebook is the earlier one.
        master: as the notebook of a run takes it.
    """
    known = graded_cells(master)
    cells = [copy.deepcopy(cell) for cell in graded.notebook.cells if cell.id != ABOUT]
    for cell in cells:
        own = known.get(grade_id(cell))
        if own is not None:
            cell.metadata = copy.deepcopy(own.metadata)
        ours = verdict(graded.result, own)
        if ours is not None:
            cell.outputs = ours
    return nodes.notebook([*about(graded.result), *cells], master.metadata)
