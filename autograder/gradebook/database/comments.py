"""What the gradebook says beside a solution cell."""

from __future__ import annotations

from nbformat import NotebookNode
from nbgrader.utils import compute_checksum, is_task

from autograder.gradebook.autograded.clean_text import as_list
from autograder.gradebook.result_of_cell import solved_in
from autograder.results.result import SubmissionResult


def comment(result: SubmissionResult, grade_id: str, cell: NotebookNode | None) -> str | None:
    """Our findings about a solution cell, as Markdown; None where there is nothing to say.

    Where no exercise stands behind the cell, nbgrader's own rule: 'No response.' for an unchanged
    one.

    Args:
        result: how the submission went.
        grade_id: the cell's name.
        cell: the cell in the autograded notebook, where it is there.
    """
    exercise = solved_in(result, grade_id)
    if exercise is not None:
        # Where the mistake has a name, where it shows is left to the report.
        named = [finding for finding in exercise.findings if finding.mistake]
        return as_list(named or exercise.findings) or None
    if cell is None or is_task(cell):
        return None
    unchanged = cell.metadata.nbgrader.get("checksum") == compute_checksum(cell)
    return "No response." if unchanged else None
