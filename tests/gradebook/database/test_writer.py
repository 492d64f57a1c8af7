from __future__ import annotations

import sqlite3
import sys
from dataclasses import replace
from fractions import Fraction

import pytest

from autograder.data.sentence import own_words
from autograder.errors import CourseError
from autograder.gradebook import write
from autograder.grading.graded import Graded
from autograder.report.sentences import message
from autograder.results.kinds import Kind, Verdict
from autograder.results.result import Finding

from ..small_course import POINTS, STUDENT, Class, exercise_result


def put(a_class: Class, query: str) -> None:
    """What an instructor does in formgrader."""
    database = sqlite3.connect(a_class.course.gradebook)
    with database:
        assert database.execute(query).rowcount > 0
    database.close()


def test_every_row(a_class: Class) -> None:
    half = exercise_result("adam", Verdict.FAILED, Fraction(1, 3), "m and s start at *zero*.")
    write(
        a_class.course, a_class.assignment, [a_class.graded("kim", half), a_class.graded(STUDENT)]
    )
    assert a_class.rows("SELECT id FROM student ORDER BY 1") == [("kim",), (STUDENT,)]
    assert a_class.grades() == {
        ("kim", "check-adam"): [10 / 3, None, None, 0],
        ("kim", "check-sgd"): [4.0, None, None, 0],
        ("kim", "why"): [0.0, None, None, 0],
        (STUDENT, "check-adam"): [10.0, None, None, 0],
        (STUDENT, "check-sgd"): [4.0, None, None, 0],
        (STUDENT, "why"): [0.0, None, None, 0],
    }
    assert a_class.comments() == {
        ("kim", "adam"): ["- m and s start at \\*zero\\*.", None],
        ("kim", "sgd"): [None, None],
        ("kim", "why"): ["No response.", None],
        (STUDENT, "adam"): [None, None],
        (STUDENT, "sgd"): [None, None],
        (STUDENT, "why"): ["No response.", None],
    }
    assert a_class.rows("SELECT DISTINCT timestamp FROM submitted_assignment") == [
        ("2026-03-09 09:00:00.250000",)
    ]


def test_a_person_reads_what_a_person_wrote(a_class: Class) -> None:
    answered = a_class.graded("kim", texts={"why": "Because."})
    write(a_class.course, a_class.assignment, [answered])
    assert a_class.grades()["kim", "why"] == [None, None, None, 1]
    assert a_class.comments()["kim", "why"] == [None, None]


def test_what_was_entered_by_hand_stays(a_class: Class) -> None:
    write(a_class.course, a_class.assignment, [a_class.graded("kim")])
    put(a_class, "UPDATE grade SET manual_score = 7, extra_credit = 1 WHERE auto_score = 10")
    put(a_class, "UPDATE comment SET manual_comment = 'See me.'")
    put(a_class, "UPDATE student SET last_name = 'Kim'")
    worse = exercise_result("adam", Verdict.FAILED, Fraction(0), "No.")
    write(a_class.course, a_class.assignment, [a_class.graded("kim", worse)])
    assert a_class.grades()["kim", "check-adam"] == [0.0, 7.0, 1.0, 1]
    assert a_class.grades()["kim", "check-sgd"] == [4.0, None, None, 0]
    assert a_class.comments()["kim", "adam"] == ["- No.", "See me."]
    assert a_class.rows("SELECT last_name FROM student") == [("Kim",)]
    assert a_class.rows("SELECT count(*) FROM submitted_assignment") == [(1,)]


def test_what_is_told_anew_needs_no_run(a_class: Class) -> None:
    def said(message: str) -> Graded:
        wrong = exercise_result("adam", Verdict.FAILED, Fraction(1, 3), message)
        return a_class.graded("kim", wrong, texts={"why": "Because."})

    write(a_class.course, a_class.assignment, [said("m starts at zero.")])
    put(a_class, "UPDATE comment SET manual_comment = 'See me.'")
    before = a_class.grades()
    page = a_class.autograded("kim")
    retold = replace(said("Divide by 1 - b."), notebook=page, retold=True)
    write(a_class.course, a_class.assignment, [retold])
    assert a_class.comments()["kim", "adam"] == ["- Divide by 1 - b.", "See me."]
    assert a_class.comments()["kim", "why"] == [None, "See me."]
    assert a_class.grades() == before
    shown = str(a_class.autograded("kim"))
    assert "Divide by" in shown
    assert "m starts" not in shown


def test_a_fault_of_ours_clears_the_score(a_class: Class) -> None:
    write(a_class.course, a_class.assignment, [a_class.graded("kim")])
    broken = exercise_result("adam", Verdict.BROKEN, Fraction(0), "The grader failed here.")
    write(a_class.course, a_class.assignment, [a_class.graded("kim", broken)])
    assert a_class.grades()["kim", "check-adam"] == [None, None, None, 1]
    assert a_class.grades()["kim", "check-sgd"] == [4.0, None, None, 0]
    write(a_class.course, a_class.assignment, [a_class.graded("kim")])
    assert a_class.grades()["kim", "check-adam"] == [10.0, None, None, 0]


def test_no_notebook_gives_zeros_with_a_reason(a_class: Class) -> None:
    reason = Finding(Kind.UNREADABLE, (own_words("There is no notebook: hand in hw.ipynb."),))
    none = (exercise_result(name, Verdict.FAILED, Fraction(0), message(reason)) for name in POINTS)
    empty = {"adam": "", "sgd": "", "why": ""}
    graded = a_class.graded("kim", *none, findings=(reason,), texts=empty, timestamp="")
    write(a_class.course, a_class.assignment, [graded])
    assert {row[0] for row in a_class.grades().values()} == {0.0}
    assert not any(row[3] for row in a_class.grades().values())
    assert a_class.comments()["kim", "adam"] == [f"- {message(reason)}", None]
    assert message(reason) in a_class.autograded("kim").cells[0].source
    assert a_class.rows("SELECT timestamp FROM submitted_assignment") == [(None,)]


def test_another_notebook_of_the_assignment_waits_for_a_person(a_class: Class) -> None:
    write(a_class.course, a_class.assignment, [a_class.graded("kim")])
    put(
        a_class,
        "INSERT INTO notebook (id, name, assignment_id) SELECT 'n', 'extra', id FROM assignment",
    )
    put(a_class, "INSERT INTO base_cell VALUES ('b', 'essay', 'n', 'GradeCell')")
    put(a_class, "INSERT INTO grade_cells (id, max_score, cell_type) VALUES ('b', 3, 'markdown')")
    write(a_class.course, a_class.assignment, [a_class.graded("kim")])
    assert a_class.grades()["kim", "essay"] == [None, None, None, 1]
    assert a_class.grades()["kim", "check-adam"] == [10.0, None, None, 0]


def test_an_earlier_timestamp_goes(a_class: Class) -> None:
    """Formgrader shows 'needs autograding' where the gradebook and the folder differ."""
    graded = a_class.graded("kim")
    write(a_class.course, a_class.assignment, [graded])
    (graded.submission / "timestamp.txt").unlink()
    write(a_class.course, a_class.assignment, [graded])
    assert a_class.rows("SELECT timestamp FROM submitted_assignment") == [(None,)]


LATE_RULES = """
from nbgrader.plugins import BasePlugin

class Half(BasePlugin):
    def late_submission_penalty(self, student_id, score, total_seconds_late):
        assert (student_id, total_seconds_late) == ("late", 0.25)
        return score / 2

class TooMuch(BasePlugin):
    def late_submission_penalty(self, student_id, score, total_seconds_late):
        return 1000
"""


@pytest.mark.parametrize(
    ("rule", "penalty"),
    [
        ("", None),
        ("LateSubmissionPlugin.penalty_method = 'zero'", 4.0),
        ("AssignLatePenalties.plugin_class = 'late_rules.Half'", 2.0),
        ("AssignLatePenalties.plugin_class = 'late_rules.TooMuch'", 4.0),
    ],
)
def test_late_penalties(
    a_class: Class, monkeypatch: pytest.MonkeyPatch, rule: str, penalty: float | None
) -> None:
    root = a_class.course.root
    config = root / "nbgrader_config.py"
    if rule:
        config.write_text(f"{config.read_text()}\nc = get_config()\nc.{rule}\n")
    (root / "late_rules.py").write_text(LATE_RULES)
    monkeypatch.delitem(sys.modules, "late_rules", raising=False)
    in_time = a_class.graded("in time", timestamp="2026-03-09 18:00:00 Asia/Seoul")
    graded = [in_time, a_class.graded("late")]
    write(a_class.course, a_class.assignment, graded)
    put(a_class, "UPDATE assignment SET duedate = '2026-03-09 09:00:00.000000'")
    put(a_class, "UPDATE grade SET manual_score = 0 WHERE auto_score = 10")
    write(a_class.course, a_class.assignment, graded)
    assert a_class.penalties() == {"in time": None, "late": penalty}
    assert str(root) not in sys.path


def test_nothing_graded_writes_nothing(a_class: Class) -> None:
    write(a_class.course, a_class.assignment, [])
    assert not a_class.course.gradebook.exists()


def test_a_gradebook_in_use_leaves_everything_as_it_was(
    a_class: Class, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(a_class.course, a_class.assignment, [a_class.graded("kim")])
    before = (a_class.grades(), sorted(a_class.course.autograded.rglob("*")))
    monkeypatch.setattr("autograder.gradebook.config.WAIT", 0)
    holder = sqlite3.connect(a_class.course.gradebook, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(CourseError, match=r"database is locked.*grade again"):
        write(a_class.course, a_class.assignment, [a_class.graded("lee")])
    holder.close()
    assert (a_class.grades(), sorted(a_class.course.autograded.rglob("*"))) == before


def test_a_gradebook_that_is_none(a_class: Class) -> None:
    a_class.course.gradebook.write_text("no database")
    with pytest.raises(
        CourseError, match=r"gradebook\.db.* can't be used \(file is not a database"
    ):
        write(a_class.course, a_class.assignment, [a_class.graded("kim")])
    assert not a_class.course.autograded.exists() or not [*a_class.course.autograded.iterdir()]


def test_a_folder_that_can_not_be_written(a_class: Class) -> None:
    a_class.course.autograded.write_text("a file")
    with pytest.raises(CourseError, match=r"autograded can't be written \(.+\): allow it"):
        write(a_class.course, a_class.assignment, [a_class.graded("kim")])
    assert a_class.grades() == {}
