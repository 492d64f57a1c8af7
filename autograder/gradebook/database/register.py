"""Registers an assignment in the gradebook: its notebook, and the cells that are graded."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

from nbformat import NotebookNode
from nbgrader.preprocessors import SaveCells

from autograder.errors import AuthorError, CourseError
from autograder.gradebook.database.database import course_app, open_gradebook
from autograder.gradebook.master import graded_cells, read_master
from autograder.notebooks.marks import check_id

if TYPE_CHECKING:
    from autograder.course.course import Course
    from autograder.exercises.assignment import Assignment


def register(course: Course, assignment: Assignment) -> None:
    """Puts the cells of `assignment` into the gradebook, as `nbgrader generate_assignment` does.

    Before that command or after it, and when submissions are there already: texts and points may
    have changed since.

    Raises:
        AuthorError: where the source notebook doesn't fit the exercises.
        CourseError: where there is no source notebook, or cells came or went after submissions
            were graded.
    """
    master = read_master(course, assignment.name)
    _fit(master, assignment)
    app = course_app(course)
    names = {"notebook": assignment.name, "assignment": assignment.name}
    resources = {"nbgrader": {**names, "db_url": app.coursedir.db_url}}
    with open_gradebook(app) as gradebook:
        gradebook.update_or_create_assignment(assignment.name)
        try:
            SaveCells(parent=app).preprocess(copy.deepcopy(master), resources)
        except RuntimeError as error:
            raise CourseError(
                f"Cells of {course.source_notebook(assignment.name)} came or went since "
                "submissions were graded, and the gradebook can't follow: bring the old cells "
                "back, or give up all of its grades with "
                f"`nbgrader db assignment remove {assignment.name} --force`."
            ) from error


def _fit(master: NotebookNode, assignment: Assignment) -> None:
    """Raises AuthorError where an exercise has no check cell, or one with other points."""
    cells = graded_cells(master)
    for exercise in assignment.exercises:
        cell = cells.get(check_id(exercise.name))
        points = cell.metadata.nbgrader.get("points") if cell else None
        if points is None or float(points) != float(exercise.points):
            there = "there is no check of it" if points is None else f"its check gives {points:g}"
            raise AuthorError(
                f"Exercise {exercise.name!r} gives {float(exercise.points):g} points, but in the "
                f"source notebook {there}: run `autograder build {assignment.name}`."
            )
