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
from autograder.words.said import said

if TYPE_CHECKING:
    from autograder.course.course import Course
    from autograder.exercises.assignment import Assignment
    from autograder.exercises.exercise import Exercise


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
                said(
                    "Cells of {source_notebook} came or went since submissions were graded, "
                    "and the gradebook can't follow: bring the old cells back, or give up "
                    "all of its grades with `nbgrader db assignment remove {assignment} "
                    "--force`.",
                    source_notebook=course.source_notebook(assignment.name),
                    assignment=assignment.name,
                )
            ) from error


def _fit(master: NotebookNode, assignment: Assignment) -> None:
    """Raises AuthorError where an exercise has no check cell, or one with other points."""
    cells = graded_cells(master)
    for exercise in assignment.exercises:
        cell = cells.get(check_id(exercise.name))
        points = cell.metadata.nbgrader.get("points") if cell else None
        if points is None or float(points) != float(exercise.points):
            raise AuthorError(_unfit(exercise, points, assignment.name))


def _unfit(exercise: Exercise, points: float | None, assignment: str) -> str:
    if points is None:
        return said(
            "Exercise {exercise} has no check in the source notebook: run `autograder build "
            "{assignment}`.",
            exercise=repr(exercise.name),
            assignment=assignment,
        )
    return said(
        "Exercise {exercise} gives {points} points, but in the source notebook its check gives "
        "{given}: run `autograder build {assignment}`.",
        exercise=repr(exercise.name),
        points=f"{float(exercise.points):g}",
        given=f"{points:g}",
        assignment=assignment,
    )
