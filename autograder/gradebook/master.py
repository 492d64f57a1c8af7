"""The instructor's notebook, as `nbgrader generate_assignment` prepares it for the database."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

import nbformat
from nbformat import NotebookNode
from nbgrader.preprocessors import (
    CheckCellMetadata,
    ClearOutput,
    ClearSolutions,
    ComputeChecksums,
    LockCells,
)

from autograder.errors import AuthorError, CourseError
from autograder.notebooks.marks import grade_id, nbgrader_marks
from autograder.words.said import said

if TYPE_CHECKING:
    from autograder.course.course import Course

# What generate_assignment does before it saves the cells, less headers and instantiated tests.
_PREPARE = (LockCells, ClearSolutions, ClearOutput, CheckCellMetadata, ComputeChecksums)


def read_master(course: Course, assignment: str) -> NotebookNode:
    """The source notebook of `assignment`, without solutions, with locks and checksums.

    Raises:
        CourseError: where there is none.
        AuthorError: where it can't be read, or nbgrader can't make an assignment of it.
    """
    path = course.source_notebook(assignment)
    if not path.is_file():
        raise CourseError(
            said(
                "{path} is missing: run `autograder build {assignment}` first.",
                path=path,
                assignment=assignment,
            )
        )
    try:
        return prepare(nbformat.read(path, as_version=4))
    except Exception as error:
        raise AuthorError(
            said(
                "{path} is no notebook that nbgrader can use ({error}): make it anew "
                "with `autograder build {assignment}`.",
                path=path,
                error=error,
                assignment=assignment,
            )
        ) from error


def prepare(written: NotebookNode) -> NotebookNode:
    """A copy of the instructor's notebook as nbgrader's database holds it."""
    notebook, resources = copy.deepcopy(written), dict[str, Any]()
    for step in _PREPARE:
        notebook, resources = step().preprocess(notebook, resources)
    return notebook


def graded_cells(notebook: NotebookNode) -> dict[str, NotebookNode]:
    """The cells that nbgrader knows, by grade_id."""
    return {grade_id(cell): cell for cell in notebook.cells if nbgrader_marks(cell)}
