"""nbgrader's own commands on what the writer wrote: the export, and the feedback for students."""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_raw_cell
from nbgrader.apps.api import NbGraderAPI

from autograder.data.sentence import own_words
from autograder.gradebook import write
from autograder.gradebook.autograded.outputs import is_png
from autograder.gradebook.database.database import course_app
from autograder.grading.graded import Graded
from autograder.report.sentences import message
from autograder.results.divergence import Divergence
from autograder.results.kinds import Kind, Verdict
from autograder.results.result import Finding

from .autograded.test_clean_markdown import ATTACKS, Markup
from .small_course import FOLDER, POINTS, SECRET, STUDENT, Class, exercise_result, make_class

STUDENTS = ["broken", "good", "nothing", STUDENT]
PRINTED = [
    {"output_type": "stream", "name": "stdout", "text": "<script>alert(1)</script>\x1b[38mtext"},
    {"output_type": "stream", "name": "stderr", "text": "\x1b]0;title\x07warned"},
    {
        "output_type": "display_data",
        "data": {
            "text/html": "<script>alert(1)</script>",
            "application/javascript": "alert(1)",
            "image/svg+xml": "<svg onload=alert(1)></svg>",
            "text/plain": "<b>plain</b>",
        },
    },
    {
        "output_type": "error",
        "ename": "ValueError",
        "evalue": "<b>",
        "traceback": ["\x1b[31mValueError\x1b[39m: <img src=x onerror=alert(1)>"],
    },
]


def hostile(a_class: Class) -> Graded:
    """A submission that tries to run something in the browser, or to break what shows it."""
    said = "raised <script>alert(1)</script> [a](javascript:alert(1))"
    wrong = exercise_result("adam", Verdict.FAILED, Fraction(1, 3), said)
    curves = Divergence("five steps", "w[0]", "step", 1, 1, (1.0, 2.0), (0.0, 1.0))
    wrong = replace(
        wrong, notes=(Finding(Kind.LIBRARY_USE, (own_words(SECRET),)),), divergence=curves
    )
    name = "<img src=x onerror=alert(1)>.ipynb"
    graded = a_class.graded(
        STUDENT,
        wrong,
        findings=(
            Finding(
                Kind.NOTICE, (own_words(f"{name} was taken for hw.ipynb."),), (own_words(SECRET),)
            ),
        ),
        texts={"adam": "'''</script><script>alert(1)</script>'''", "why": ATTACKS[1]},
        outputs={2: PRINTED, 3: PRINTED},
    )
    graded.notebook.cells += [new_markdown_cell(attack) for attack in ATTACKS]
    graded.notebook.cells += [new_markdown_cell("![x](attachment:missing.png)")]
    graded.notebook.cells += [new_raw_cell(attack) for attack in ATTACKS]
    graded.notebook.cells += [new_code_cell(attack) for attack in ATTACKS]
    (graded.submission / "page.html").write_text("<script>alert(1)</script>")
    return graded


@pytest.fixture(scope="module")
def graded_class(tmp_path_factory: pytest.TempPathFactory) -> Class:
    """A class of four, exported and with feedback."""
    a_class = make_class(tmp_path_factory.mktemp("feedback") / FOLDER)
    reason = Finding(Kind.UNREADABLE, (own_words("There is no notebook: hand in hw.ipynb."),))
    none = (exercise_result(name, Verdict.FAILED, Fraction(0), message(reason)) for name in POINTS)
    broken = exercise_result("adam", Verdict.BROKEN, Fraction(0), "The grader failed here.")
    graded = [
        a_class.graded("broken", broken),
        a_class.graded("good"),
        a_class.graded("nothing", *none, findings=(reason,), timestamp=""),
        hostile(a_class),
    ]
    write(a_class.course, a_class.assignment, graded)
    for words in (["export", "--to", "grades.csv"], ["generate_feedback", "hw"]):
        done = a_class.nbgrader(*words)
        assert done.returncode == 0, done.stderr
    return a_class


def feedback(a_class: Class, student: str) -> str:
    return (a_class.course.root / "feedback" / student / "hw/hw.html").read_text("utf-8")


def test_export(graded_class: Class) -> None:
    with Path(graded_class.course.root, "grades.csv").open(encoding="utf-8") as table:
        scores = {row["student_id"]: row for row in csv.DictReader(table)}
    assert {name: float(row["score"]) for name, row in scores.items()} == {
        **{"broken": 4.0, "good": 14.0, "nothing": 0.0, STUDENT: 10 / 3 + 4}
    }
    assert scores["good"]["max_score"] == "16.0"
    assert scores["good"]["timestamp"] == "2026-03-09 09:00:00.250000"


def test_students_read_their_scores_and_our_reasons(graded_class: Class) -> None:
    hard = feedback(graded_class, STUDENT)
    assert "Score: 3.33 / 10.0" in hard
    assert "tiny gradients (hidden)" in hard
    assert "raised &lt;script&gt;alert(1)&lt;/script&gt; [a](javascript:alert(1))" in hard
    assert "There is no notebook: hand in hw.ipynb." in feedback(graded_class, "nothing")
    assert "no score, since the grader failed here" in feedback(graded_class, "broken")
    assert "text" in hard
    assert "&lt;b&gt;plain&lt;/b&gt;" in hard


def test_students_see_where_a_public_case_parts_from_the_reference(graded_class: Class) -> None:
    attributes = Markup(feedback(graded_class, STUDENT)).attributes
    assert ("alt", "w[0] against step 1 to 2: yours and the reference, which part at step 1.") in (
        attributes
    )
    pictures = [value for name, value in attributes if name == "src" and value]
    (drawn,) = [value for value in pictures if value.startswith("data:image/png;base64,iVBOR")]
    assert is_png(drawn.partition(",")[2])
    assert "leaves the reference at" not in feedback(graded_class, "good")


@pytest.mark.parametrize("student", STUDENTS)
def test_feedback_leaks_nothing(graded_class: Class, student: str) -> None:
    folder = graded_class.course.root / "feedback" / student / "hw"
    files = {path.name: path.read_text("utf-8") for path in folder.iterdir()}
    assert "submission_secret.txt" in files
    for text in files.values():
        assert SECRET not in text
        assert "answer = 42" not in text
        assert "It is convex" not in text


def test_nothing_of_a_student_s_runs_in_the_feedback(graded_class: Class) -> None:
    """The page of a hostile student holds no more of what could run than any other."""
    good, hard = (Markup(feedback(graded_class, student)) for student in ("good", STUDENT))
    active = {"script", "style", "link", "meta", "base", "iframe", "object", "form", "svg", "math"}
    counts = [Counter(tag for tag in page.all_tags if tag in active) for page in (good, hard)]
    assert counts[0] == counts[1]
    assert counts[0]["script"] > 0
    for name, value in hard.attributes:
        assert not name.startswith("on")
        assert "javascript:" not in str(value)


def test_formgrader_shows_every_submission_as_graded(
    graded_class: Class, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(graded_class.course.root)
    app = course_app(graded_class.course)
    api = NbGraderAPI(app.coursedir, parent=app)
    assert api.get_autograded_students("hw") == {*STUDENTS}
    assert {one["student"] for one in api.get_notebook_submissions("hw", "hw")} == {*STUDENTS}
