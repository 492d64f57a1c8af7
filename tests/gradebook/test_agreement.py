"""The bulk writer against nbgrader itself, on the same autograded notebooks."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from nbgrader.apps import NbGrader
from nbgrader.plugins import CsvExportPlugin
from nbgrader.preprocessors import AssignLatePenalties, SaveAutoGrades

from autograder.gradebook import register, write
from autograder.gradebook.database.database import course_app, open_gradebook
from autograder.results.kinds import Verdict

from .small_course import Class, exercise_result, make_class

LATE = "\nc = get_config()\nc.LateSubmissionPlugin.penalty_method = 'zero'\n"
DUE = "2026-03-09 10:00:00 UTC"


def prepared_class(root: Path) -> tuple[Class, NbGrader]:
    """A class with a deadline, after which there are no points."""
    a_class = make_class(root)
    config = root / "nbgrader_config.py"
    config.write_text(config.read_text() + LATE)
    register(a_class.course, a_class.assignment)
    app = course_app(a_class.course)
    with open_gradebook(app) as gradebook:
        gradebook.update_or_create_assignment("hw", duedate=DUE)
    return a_class, app


def save_as_nbgrader_does(app: Any, ours: Class, student: str, timestamp: str) -> None:
    """What `nbgrader autograde` does after it has run a notebook."""
    with open_gradebook(app) as gradebook:
        gradebook.update_or_create_student(student)
        time = {"timestamp": timestamp} if timestamp else {}
        gradebook.update_or_create_submission("hw", student, **time)
    names = {"student": student, "assignment": "hw", "notebook": "hw"}
    resources = {"nbgrader": {**names, "db_url": app.coursedir.db_url}}
    for step in (SaveAutoGrades, AssignLatePenalties):
        step(parent=app).preprocess(ours.autograded(student), resources)


def exported(app: Any, path: Path) -> str:
    with open_gradebook(app) as gradebook:
        CsvExportPlugin(parent=app, to=str(path)).export(gradebook)
    return path.read_text("utf-8")


@pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")  # nbgrader's own
def test_both_ways_agree(tmp_path: Path) -> None:
    (ours, our_app), (theirs, their_app) = map(prepared_class, (tmp_path / "a", tmp_path / "b"))
    wrong = exercise_result("adam", Verdict.FAILED, Fraction(1, 3), "No.")
    zero = exercise_result("sgd", Verdict.FAILED, Fraction(0), "No.")
    in_time, late = "2026-03-09 09:00:00.250000 UTC", "2026-03-09 10:00:00.100000 UTC"
    cases: dict[str, tuple[str, tuple[Any, ...], dict[str, str]]] = {
        "right": (in_time, (), {"why": "Because."}),
        "wrong": (in_time, (wrong, zero), {}),
        "late": (late, (wrong,), {"why": "Because."}),
        "late and wrong": (late, (wrong, zero), {}),
        "timeless": ("", (zero,), {"why": "Because."}),
    }
    graded = [
        ours.graded(student, *results, timestamp=when, texts=texts)
        for student, (when, results, texts) in cases.items()
    ]
    write(ours.course, ours.assignment, graded)
    for student, (when, _, _) in cases.items():
        save_as_nbgrader_does(their_app, ours, student, when)
    assert ours.grades() == theirs.grades()
    assert ours.penalties() == theirs.penalties()
    assert ours.penalties()["late"] == 10 / 3 + 4
    timestamps = "SELECT student_id, timestamp FROM submitted_assignment ORDER BY 1"
    assert ours.rows(timestamps) == theirs.rows(timestamps)
    csvs = exported(our_app, tmp_path / "a.csv"), exported(their_app, tmp_path / "b.csv")
    assert csvs[0] == csvs[1]
    assert csvs[0].count("\n") == len(cases) + 1
