"""A small course, written by hand, and graded submissions to put into its gradebook."""

from __future__ import annotations

import copy
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from autograder.course.course import Course
from autograder.data.inputs import Inputs
from autograder.data.sentence import own_words
from autograder.drives.drive import Drive
from autograder.exercises.assignment import Assignment
from autograder.exercises.exercise import Case, Exercise
from autograder.grading.graded import Graded
from autograder.results.kinds import Kind, Verdict
from autograder.results.result import CaseResult, ExerciseResult, Finding, SubmissionResult

_ANY_NAME = sys.getfilesystemencoding() == "utf-8"
"""Whether Python writes Korean into a file's name, which it does not where the locale is POSIX."""

FOLDER = "딥러닝 course" if _ANY_NAME else "deep course"
STUDENT = "김 하늘" if _ANY_NAME else "zoe haneul"

CONFIG = Path(__file__).parents[2] / "nbgrader_config.py"
POINTS = {"adam": 10, "sgd": 4}
SECRET = "expected 0.123456"
"""What stands in the details of a hidden case, and must reach no student."""


def marked(cell: NotebookNode, grade_id: str, **flags: Any) -> NotebookNode:
    marks = {"schema_version": 3, "grade": False, "solution": False, "locked": False}
    cell.metadata.nbgrader = {**marks, "grade_id": grade_id, **flags}
    return cell


def exercise_cells(name: str) -> list[NotebookNode]:
    text = f"class {name.title()}:\n    ### BEGIN SOLUTION\n    answer = 42\n    ### END SOLUTION"
    check = new_code_cell(f'check("{name}")')
    return [
        marked(new_code_cell(text), name, solution=True),
        marked(check, f"check-{name}", grade=True, locked=True, points=POINTS[name]),
    ]


def source_notebook() -> NotebookNode:
    """Prose, imports, two exercises, and a question that a person grades."""
    question = new_markdown_cell("### BEGIN SOLUTION\nIt is convex.\n### END SOLUTION")
    cells = [
        new_markdown_cell("# Optimizers <details>more</details>"),
        marked(new_code_cell("import torch"), "imports", locked=True),
        *exercise_cells("adam"),
        *exercise_cells("sgd"),
        marked(question, "why", grade=True, solution=True, points=2),
    ]
    return with_ids(new_notebook(cells=cells))


def with_ids(notebook: NotebookNode) -> NotebookNode:
    for index, cell in enumerate(notebook.cells):
        cell.id = f"c{index}"
    return notebook


def merged(texts: Mapping[str, str]) -> NotebookNode:
    """The source notebook with a student's texts, by grade_id; stubs where there is none."""
    notebook = copy.deepcopy(source_notebook())
    for cell in notebook.cells:
        marks = cell.metadata.get("nbgrader")
        if marks and marks.solution:
            stub = "YOUR ANSWER HERE" if marks.grade else "raise NotImplementedError()"
            cell.source = texts.get(marks.grade_id, stub)
    return notebook


def exercise_result(
    name: str, verdict: Verdict = Verdict.PASSED, credit: Fraction = Fraction(1), said: str = ""
) -> ExerciseResult:
    finding = Finding(Kind.VALUE, (own_words(said),), (own_words(SECRET),)) if said else None
    hidden = CaseResult("tiny gradients", False, 1, verdict, credit, finding)
    return ExerciseResult(name, Fraction(POINTS[name]), (hidden,), (finding,) if finding else ())


def assignment() -> Assignment:
    drive = Drive("nothing", lambda _: Inputs({}, {}), lambda _, __: {})
    cases = [Case("first step", public=True)]
    exercises = (
        Exercise(name, solution=object, points=points, drive=drive, cases=cases)
        for name, points in POINTS.items()
    )
    return Assignment("hw", Path("solutions/hw"), tuple(exercises))


@dataclass(frozen=True)
class Class:
    """A course with one assignment, into which students hand in."""

    course: Course
    assignment: Assignment

    def graded(
        self,
        student: str,
        *exercises: ExerciseResult,
        findings: tuple[Finding, ...] = (),
        texts: Mapping[str, str] | None = None,
        outputs: Mapping[int, Any] | None = None,
        timestamp: str = "2026-03-09 09:00:00.250000 UTC",
    ) -> Graded:
        """Hands in, and says how it went: full points where nothing else is said."""
        folder = self.course.submission(student, self.assignment.name)
        folder.mkdir(parents=True, exist_ok=True)
        if timestamp:
            (folder / "timestamp.txt").write_text(timestamp)
        results = {name: exercise_result(name) for name in POINTS}
        results |= {one.name: one for one in exercises}
        result = SubmissionResult(student, self.assignment.name, (*results.values(),), findings)
        return Graded(student, folder, result, merged(texts or {}), outputs or {})

    def nbgrader(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Runs nbgrader's own command in the course, with no configuration of this machine's."""
        here = str(Path(sys.executable).parent)
        home = self.course.root.parent / "home"
        home.mkdir(exist_ok=True)
        environment = {
            **os.environ,
            "PATH": f"{here}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(home),
            "JUPYTER_CONFIG_DIR": str(home),
        }
        return subprocess.run(
            [sys.executable, "-m", "nbgrader", *words],
            cwd=self.course.root,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def autograded(self, student: str) -> NotebookNode:
        """What lies in `autograded/` for a student."""
        name = self.assignment.name
        path = self.course.autograded / student / name / f"{name}.ipynb"
        notebook: NotebookNode = nbformat.read(path, as_version=4)
        return notebook

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """What an SQL query finds in the gradebook."""
        database = sqlite3.connect(self.course.gradebook)
        try:
            return list(database.execute(query))
        finally:
            database.close()

    def grades(self) -> dict[tuple[str, str], list[Any]]:
        """auto_score, manual_score, extra_credit, needs_manual_grade by student and cell."""
        return {
            (student, cell): row
            for student, cell, *row in self.rows(
                """
                SELECT student_id, base_cell.name,
                       auto_score, manual_score, extra_credit, needs_manual_grade
                FROM grade
                JOIN base_cell ON base_cell.id = grade.cell_id
                JOIN submitted_notebook ON submitted_notebook.id = grade.notebook_id
                JOIN submitted_assignment
                  ON submitted_assignment.id = submitted_notebook.assignment_id
                """
            )
        }

    def penalties(self) -> dict[str, float | None]:
        """The penalty for being late, by student."""
        return dict(
            self.rows(
                """
                SELECT student_id, late_submission_penalty FROM submitted_notebook
                JOIN submitted_assignment
                  ON submitted_assignment.id = submitted_notebook.assignment_id
                """
            )
        )

    def comments(self) -> dict[tuple[str, str], list[Any]]:
        """auto_comment, manual_comment by student and cell."""
        return {
            (student, cell): row
            for student, cell, *row in self.rows(
                """
                SELECT student_id, base_cell.name, auto_comment, manual_comment
                FROM comment
                JOIN base_cell ON base_cell.id = comment.cell_id
                JOIN submitted_notebook ON submitted_notebook.id = comment.notebook_id
                JOIN submitted_assignment
                  ON submitted_assignment.id = submitted_notebook.assignment_id
                """
            )
        }


def cells_by_id(notebook: NotebookNode) -> dict[str, NotebookNode]:
    return {
        cell.metadata.nbgrader.grade_id: cell
        for cell in notebook.cells
        if "nbgrader" in cell.metadata
    }


def make_class(root: Path) -> Class:
    course = Course(root)
    course.solutions.mkdir(parents=True)
    shutil.copy(CONFIG, root)
    path = course.source_notebook("hw")
    path.parent.mkdir(parents=True)
    nbformat.write(source_notebook(), path)
    return Class(course, assignment())
