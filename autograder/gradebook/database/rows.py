"""The rows of submissions in nbgrader's tables, made where they are missing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from nbformat import NotebookNode
from nbgrader.api import (
    Comment,
    Grade,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
)
from nbgrader.utils import determine_grade, is_solution
from sqlalchemy.orm import selectinload

from autograder.gradebook.autograded.folder import timestamp
from autograder.gradebook.database.comments import comment
from autograder.gradebook.master import graded_cells
from autograder.gradebook.result_of_cell import checked_in, readable
from autograder.results.result import SubmissionResult

if TYPE_CHECKING:
    from autograder.grading.graded import Graded


class Rows:
    """The rows of all submissions of one assignment.

    Args:
        db: the gradebook's session.
        assignment: the assignment's row.
    """

    def __init__(self, db: Any, assignment: Any) -> None:
        self._db = db
        self._assignment = assignment
        self._students = {student for (student,) in db.query(Student.id)}
        notebooks = selectinload(SubmittedAssignment.notebooks)
        found = db.query(SubmittedAssignment).filter_by(assignment_id=assignment.id)
        found = found.options(
            notebooks.selectinload(SubmittedNotebook.grades),
            notebooks.selectinload(SubmittedNotebook.comments),
        )
        self._submissions = {row.student_id: row for row in found}

    def put(self, graded: Graded, notebook: NotebookNode) -> Any:
        """Fills the rows of a submission; gives that of its notebook, the assignment's namesake.

        Every notebook of the assignment gets rows; nobody grades the others yet.

        Args:
            graded: the submission.
            notebook: the autograded notebook.
        """
        submission = self._submission(graded.student)
        submission.timestamp = timestamp(graded.submission)
        present = {row.notebook_id: row for row in submission.notebooks}
        for master in self._assignment.notebooks:
            row = present.get(master.id)
            if row is None:
                row = SubmittedNotebook(notebook_id=master.id)
                submission.notebooks.append(row)
            tasks = master.task_cells
            grades = _by_name(row.grades, [*master.grade_cells, *tasks], Grade)
            comments = _by_name(row.comments, [*master.solution_cells, *tasks], Comment)
            if master.name == self._assignment.name:
                filled = row
                _fill(grades, comments, graded.result, graded_cells(notebook))
        return filled

    def _submission(self, student: str) -> Any:
        if student not in self._students:
            self._db.add(Student(id=student))
            self._students.add(student)
        if student not in self._submissions:
            row = SubmittedAssignment(assignment_id=self._assignment.id, student_id=student)
            self._db.add(row)
            self._submissions[student] = row
        return self._submissions[student]


def _by_name(rows: list[Any], cells: Iterable[Any], make: Callable[..., Any]) -> dict[str, Any]:
    """The row of each of `cells` by the cell's name, new where there is none."""
    present = {row.cell_id: row for row in rows}
    named = {cell.name: present.get(cell.id) or make(cell_id=cell.id) for cell in cells}
    rows += [row for row in named.values() if row.cell_id not in present]
    return named


def _fill(
    grades: Mapping[str, Any],
    comments: Mapping[str, Any],
    result: SubmissionResult,
    cells: Mapping[str, NotebookNode],
) -> None:
    for name, grade in grades.items():
        grade.auto_score = _score(result, name, cells.get(name))
        # nbgrader's rule: what a person has scored, that person looks at again.
        grade.needs_manual_grade = grade.manual_score is not None or grade.auto_score is None
    for name, row in comments.items():
        row.auto_comment = comment(result, name, cells.get(name))


def _score(result: SubmissionResult, name: str, cell: NotebookNode | None) -> float | None:
    """The points of a grade cell; None where a person has to look, or the fault is ours."""
    exercise = checked_in(result, name)
    if exercise is not None:
        return None if exercise.score is None else float(exercise.score)
    if not readable(result):
        return 0.0
    if cell is None or not is_solution(cell):
        return None
    # nbgrader's rule: zero for an answer that is as it was.
    score: float | None = determine_grade(cell)[0]
    return score
