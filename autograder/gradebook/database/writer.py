"""The one writer of the gradebook: all rows of a run in one transaction, and their folders."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from nbformat import NotebookNode

from autograder.errors import CourseError
from autograder.gradebook.autograded.folder import make_folder, put_in_place
from autograder.gradebook.autograded.notebook import autograded_notebook
from autograder.gradebook.autograded.retold import retold_notebook
from autograder.gradebook.database.database import course_app, open_gradebook
from autograder.gradebook.database.late import late_penalties, late_penalty
from autograder.gradebook.database.register import register
from autograder.gradebook.database.rows import Rows
from autograder.gradebook.master import read_master
from autograder.words.said import said

if TYPE_CHECKING:
    from autograder.course.course import Course
    from autograder.exercises.assignment import Assignment
    from autograder.grading.graded import Graded


def write(course: Course, assignment: Assignment, graded: Sequence[Graded]) -> None:
    """Writes the gradebook and `autograded/` for all of `graded`, one for each student.

    Folders are made aside and moved into place after the one commit, so that a failure before
    leaves everything as it was. What an instructor entered by hand stays in any case: manual
    scores, extra credit, manual comments.

    Raises:
        AuthorError: where the source notebook doesn't fit the exercises.
        CourseError: where the gradebook or a folder can't be written, or cells came or went since
            submissions were graded.
    """
    if graded:
        register(course, assignment)
        add(course, assignment, graded)


def add(course: Course, assignment: Assignment, graded: Sequence[Graded]) -> None:
    """`write` for an assignment that the gradebook knows as it is, since `write` was called."""
    if not graded:
        return
    master = read_master(course, assignment.name)
    notebooks = {one.student: _notebook(one, master) for one in graded}
    places = {one.student: course.autograded / one.student / assignment.name for one in graded}
    try:
        course.autograded.mkdir(parents=True, exist_ok=True)
        # On the same disk, under a name that nbgrader passes over.
        with TemporaryDirectory(prefix=".writing-", dir=course.autograded) as aside:
            new, old = Path(aside, "new"), Path(aside, "old")
            old.mkdir()
            for one in graded:
                place = places[one.student]
                make_folder(new / one.student, notebooks[one.student], one.submission, place)
            _write_rows(course, assignment.name, graded, notebooks)
            for student, place in places.items():
                put_in_place(new / student, place, old / student)
    except OSError as error:
        raise CourseError(
            said(
                "{path} can't be written ({reason}): allow it, or make room on the "
                "disk, and grade again.",
                path=error.filename or course.autograded,
                reason=error.strerror,
            )
        ) from error


def _notebook(graded: Graded, master: NotebookNode) -> NotebookNode:
    make = retold_notebook if graded.retold else autograded_notebook
    return make(graded, master)


def _write_rows(
    course: Course,
    assignment: str,
    graded: Sequence[Graded],
    notebooks: Mapping[str, NotebookNode],
) -> None:
    app = course_app(course)
    assigner = late_penalties(app)
    with open_gradebook(app) as gradebook, gradebook.db.no_autoflush:
        rows = Rows(gradebook.db, gradebook.find_assignment(assignment))
        filled = [rows.put(one, notebooks[one.student]) for one in graded]
        gradebook.db.flush()  # the database adds up the scores that a penalty is taken from
        for row in filled:
            row.late_submission_penalty = late_penalty(assigner, row)
        gradebook.db.commit()
