"""Marks: how notebooks are named, and how their cells say what they are.

nbgrader's metadata tells the cells of an exercise, a tag tells a figure, and two comments stand
around what students write. Whoever writes or reads one of them uses what is here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from nbformat import NotebookNode

SUFFIX = ".ipynb"

BEGIN_SOLUTION, END_SOLUTION = "### BEGIN SOLUTION", "### END SOLUTION"
"""The comments around the reference, which a release leaves out."""

REGION = re.compile(rf"^[ \t]*{BEGIN_SOLUTION}$(.*?)^[ \t]*{END_SOLUTION}$", re.M | re.S)
"""A solution between its two comments."""

FIGURE = "figure"
"""The tag of a cell that only draws."""

_CHECK = "check-"


def notebook_name(assignment: str) -> str:
    """The file name of an assignment's notebook.

    >>> notebook_name("optimizers")
    'optimizers.ipynb'
    """
    return f"{assignment}{SUFFIX}"


def check_id(exercise: str) -> str:
    """The grade_id of the cell that checks an exercise.

    >>> check_id("adam")
    'check-adam'
    """
    return f"{_CHECK}{exercise}"


def exercise_of_check(grade_id: str) -> str:
    """The exercise that a cell of this grade_id checks; "" where it checks none.

    >>> exercise_of_check("check-adam"), exercise_of_check("adam")
    ('adam', '')
    """
    return grade_id.removeprefix(_CHECK) if grade_id.startswith(_CHECK) else ""


def nbgrader_marks(cell: NotebookNode) -> Mapping[str, Any]:
    """What a cell's metadata says to nbgrader; nothing where it says what is no mapping."""
    claims = cell.metadata.get("nbgrader")
    return claims if isinstance(claims, Mapping) else {}


def grade_id(cell: NotebookNode) -> str:
    """The grade_id that `cell` claims to have, or ""."""
    name = nbgrader_marks(cell).get("grade_id")
    return name if isinstance(name, str) else ""


def is_solution(cell: NotebookNode) -> bool:
    """Whether students write in this cell, as far as it says so itself."""
    return bool(nbgrader_marks(cell).get("solution"))


def is_figure(cell: NotebookNode) -> bool:
    """Whether the cell only draws."""
    return FIGURE in cell.metadata.get("tags", [])
