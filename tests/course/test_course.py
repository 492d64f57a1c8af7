"""Courses and their assignments, and what is said where one is not there."""

import sys
from fractions import Fraction
from pathlib import Path

import pytest

from autograder import Policy
from autograder.course.course import Course
from autograder.errors import AuthorError, CourseError

CASES = """
from autograder import Case, Exercise
from autograder.drives import optimizer_steps
from .answer import Answer

exercises = [Exercise("answer", solution=Answer, points=1, drive=optimizer_steps,
                      cases=[Case("one", public=True, steps=1)])]
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "nbgrader_config.py").touch()
    folder = tmp_path / "solutions" / "week1"
    folder.mkdir(parents=True)
    (folder / "cases.py").write_text(CASES)
    (folder / "answer.py").write_text("class Answer: version = 1")
    return tmp_path


def test_a_course_is_found_from_a_folder_in_it(root: Path) -> None:
    assert Course.find(root / "solutions" / "week1").root == root.resolve()


def test_a_folder_that_is_no_course_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(CourseError, match=r"is no course: .*autograder demo"):
        Course.find(tmp_path)


def test_an_assignment_is_loaded_anew_each_time(root: Path) -> None:
    course = Course(root)
    assert course.load("week1").exercise("answer").solution.version == 1
    (root / "solutions" / "week1" / "answer.py").write_text("class Answer: version = 22")
    assert course.load("week1").exercise("answer").solution.version == 22


def test_two_courses_with_the_same_name_do_not_mix(root: Path, tmp_path: Path) -> None:
    other = tmp_path / "other" / "solutions" / "week1"
    other.mkdir(parents=True)
    (other / "cases.py").write_text(CASES)
    (other / "answer.py").write_text("class Answer: version = 3")
    first = Course(root).load("week1").exercises[0].solution
    second = Course(tmp_path / "other").load("week1").exercises[0].solution
    assert (first.version, second.version) == (1, 3)


def test_an_unknown_assignment_says_which_there_are(root: Path) -> None:
    with pytest.raises(CourseError, match=r"no assignment 'week2' .*week1"):
        Course(root).load("week2")


def test_an_unknown_exercise_says_which_there_are(root: Path) -> None:
    with pytest.raises(AuthorError, match="no exercise 'adam'; it has: answer"):
        Course(root).load("week1").exercise("adam")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("x = 1", "defines no exercises"),
        ("exercises = [3]", "defines no exercises"),
        ("import nothing_of_the_kind", "can't be run: ModuleNotFoundError"),
        ("raise SystemExit('stop')", "can't be run: SystemExit: stop"),
        ("x =", "can't be run: SyntaxError"),
    ],
)
def test_cases_that_cannot_be_loaded_are_said(root: Path, text: str, said: str) -> None:
    (root / "solutions" / "week1" / "cases.py").write_text(text)
    with pytest.raises(AuthorError, match=said):
        Course(root).load("week1")


def test_an_assignment_without_its_lesson_is_said(root: Path) -> None:
    (root / "solutions" / "week1" / "cases.py").write_text("from .lesson import Answer")
    with pytest.raises(AuthorError, match=r"week1/lesson\.py is missing: write the assignment's"):
        Course(root).load("week1")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("limits = 60", r"has limits = 60: write limits = Limits\(cell_seconds=60\)"),
        ("policy = 'zero'", r"has policy = 'zero': write policy = Policy\(valid_elsewhere=0.5\)"),
        (
            "from autograder import Policy\npolicy = Policy(valid_elsewhere=2)",
            "valid_elsewhere is 2; give the credit of a case, a number from 0 to 1",
        ),
    ],
)
def test_limits_and_policies_that_are_none_are_said(root: Path, text: str, said: str) -> None:
    with (root / "solutions" / "week1" / "cases.py").open("a") as file:
        file.write(f"\n{text}\n")
    with pytest.raises(AuthorError, match=said):
        Course(root).load("week1")


def test_the_policy_that_cases_state_is_the_assignment_s(root: Path) -> None:
    assert Course(root).load("week1").policy == Policy(Fraction(1, 2), "flag")
    with (root / "solutions" / "week1" / "cases.py").open("a") as file:
        file.write("\nfrom autograder import Policy\npolicy = Policy(0.25, 'zero')\n")
    assert Course(root).load("week1").policy == Policy(Fraction(1, 4), "zero")


FORBIDDING = """
one = dict(solution=Answer, points=1, drive=optimizer_steps, cases=exercises[0].cases)
exercises += [
    Exercise("none", **one, forbids=()),
    Exercise("another", **one, forbids=["torch.nn"]),
]
forbids = ["torch.optim"]
"""


def test_what_cases_forbid_holds_where_an_exercise_does_not_say(root: Path) -> None:
    with (root / "solutions" / "week1" / "cases.py").open("a") as file:
        file.write(FORBIDDING)
    assert {
        exercise.name: exercise.forbids for exercise in Course(root).load("week1").exercises
    } == {
        "answer": ("torch.optim",),
        "none": (),
        "another": ("torch.nn",),
    }


@pytest.mark.parametrize(
    ("forbids", "said"),
    [
        (
            "'torch.optim'",
            r"'week1': forbids is 'torch.optim'; give a list: forbids=\['torch.optim'\]",
        ),
        ("['torch.optm']", "assignment 'week1' forbids 'torch.optm', which is not there"),
        ("3", "assignment 'week1': forbids is 3; give a list of dotted names"),
    ],
)
def test_something_forbidden_that_is_not_there_is_said(root: Path, forbids: str, said: str) -> None:
    with (root / "solutions" / "week1" / "cases.py").open("a") as file:
        file.write(f"forbids = {forbids}\n")
    with pytest.raises(AuthorError, match=said):
        Course(root).load("week1")


def test_the_key_is_made_once_and_kept_to_its_owner(root: Path) -> None:
    course = Course(root)
    key = course.key()
    assert len(key) == 32
    assert course.key() == key
    assert (root / "course.key").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("text", ["", "zz", "00ff"])
def test_a_key_that_is_none_is_not_replaced(root: Path, text: str) -> None:
    (root / "course.key").write_text(text)
    with pytest.raises(CourseError, match="backup"):
        Course(root).key()
    assert (root / "course.key").read_text() == text


def test_students_are_those_who_submitted(root: Path) -> None:
    # Python writes no Korean into a file's name where the locale is POSIX.
    student = "김 철수" if sys.getfilesystemencoding() == "utf-8" else "kim cheolsu"
    (root / "submitted" / student / "week1").mkdir(parents=True)
    (root / "submitted" / "lee" / "week2").mkdir(parents=True)
    assert Course(root).students("week1") == [student]


def test_a_student_folder_whose_name_is_no_text_is_said(root: Path) -> None:
    (root / "submitted" / "kim\udcff" / "week1").mkdir(parents=True)
    with pytest.raises(CourseError, match="rename it"):
        Course(root).students("week1")


def test_two_exercises_of_one_name_are_refused(root: Path) -> None:
    with (root / "solutions" / "week1" / "cases.py").open("a") as file:
        file.write("exercises = exercises * 2")
    with pytest.raises(AuthorError, match="exercise 'answer' stands twice"):
        Course(root).load("week1")


def test_a_key_that_is_gone_after_grading_is_not_made_anew(root: Path) -> None:
    (root / "reports" / "week1").mkdir(parents=True)
    with pytest.raises(CourseError, match="put it back from your backup"):
        Course(root).key()
    assert not (root / "course.key").exists()


def test_a_misspelled_folder_is_a_stray(root: Path) -> None:
    for name in ("week1", "wek1"):
        (root / "submitted" / "kim" / name).mkdir(parents=True)
    assert Course(root).strays() == [root / "submitted" / "kim" / "wek1"]
