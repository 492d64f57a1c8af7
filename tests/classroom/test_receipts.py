"""Receipts: what is kept, what is not, and which files are believed."""

from __future__ import annotations

import json
import pickle
import sys
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from nbformat import NotebookNode

from autograder.classroom import receipts
from autograder.classroom.receipts import Receipt
from autograder.course.course import Course
from autograder.data.sentence import own_words
from autograder.errors import CourseError, ReceiptError
from autograder.grading.graded import Graded
from autograder.results.kinds import Kind, Verdict
from autograder.results.result import CaseResult, ExerciseResult, Finding, SubmissionResult

# Python writes no Korean into a file's name where the locale is POSIX.
STUDENT = "김 철수" if sys.getfilesystemencoding() == "utf-8" else "kim cheolsu"

OUTCOMES = {"adam": "a1", "sgd": "b2"}


def exercise(name: str, kind: Kind | None = None) -> ExerciseResult:
    """Full points where nothing is found."""
    finding = Finding(kind, (own_words("It went wrong: 잘못."),)) if kind else None
    verdict = Verdict.FAILED if kind else Verdict.PASSED
    case = CaseResult("first", False, 3, verdict, Fraction(kind is None), finding)
    return ExerciseResult(name, Fraction(10, 3), (case,), (finding,) if finding else ())


def graded(sgd: Kind | None = None, *, cut_short: bool = False) -> Graded:
    exercises = (exercise("adam"), exercise("sgd", sgd))
    result = SubmissionResult(STUDENT, "optimizers", exercises, tier="full", seconds=1.234)
    return Graded(STUDENT, Path(), result, NotebookNode(), cut_short=cut_short, outcomes=OUTCOMES)


def of(done: Graded) -> Receipt:
    return receipts.receipt(done, "s", "w", "p")


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return Course(tmp_path)


@pytest.fixture
def path(course: Course) -> Path:
    """Where a receipt lies that was just written."""
    receipts.write(course, of(graded(Kind.VALUE)))
    return course.reports / "optimizers" / f"{STUDENT}.json"


def refusal(course: Course) -> str:
    with pytest.raises(ReceiptError) as caught:
        receipts.read(course, "optimizers", STUDENT)
    return str(caught.value)


def test_what_is_written_is_read(course: Course, path: Path) -> None:
    assert receipts.read(course, "optimizers", STUDENT) == of(graded(Kind.VALUE))
    assert [*path.parent.iterdir()] == [path]
    assert "잘못" in path.read_text("utf-8")


def test_no_receipt_is_no_fault(course: Course) -> None:
    assert receipts.read(course, "optimizers", STUDENT) is None


def test_results_are_known_by_what_they_are_of() -> None:
    adam, sgd = graded().result.exercises
    known = of(graded()).known()
    assert known == {"a1": adam, "b2": sgd}
    assert pickle.loads(pickle.dumps(known)) == known  # it may travel


def test_what_never_ran_is_kept_as_a_whole_alone() -> None:
    receipt = of(replace(graded(), outcomes={}))
    assert (receipt.submission, receipt.outcomes, receipt.known()) == ("s", {}, {})


def test_a_wrong_answer_is_kept() -> None:
    assert of(graded(Kind.VALUE)) == Receipt(graded(Kind.VALUE).result, "s", "w", "p", OUTCOMES)


@pytest.mark.parametrize("kind", [Kind.TIME_OUT, Kind.CRASHED, Kind.ENGINE])
def test_what_may_be_luck_is_tried_again_and_nothing_else(kind: Kind) -> None:
    receipt = of(graded(kind))
    assert receipt.submission == ""
    assert [*receipt.known()] == ["a1"]


def test_nothing_is_known_where_a_cell_was_stopped() -> None:
    receipt = of(graded(cut_short=True))
    assert (receipt.submission, receipt.known()) == ("", {})


def changed(**entries: object) -> Callable[[bytes], bytes]:
    return lambda content: json.dumps({**json.loads(content), **entries}).encode()


def edited(content: bytes) -> bytes:
    return content.replace(b'"failed"', b'"passed"').replace(b'"credit": "0"', b'"credit": "1"')


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (lambda _: b"", "is torn, or no JSON"),
        (lambda content: content[:-40], "is torn, or no JSON"),
        (lambda content: content[: len(content) // 2] + bytes(500), "is torn, or no JSON"),
        (lambda _: b"\xff\xfe{}", "is torn, or no JSON"),
        (lambda _: b"[" * 100_000, "is torn, or no JSON"),
        (lambda _: b"[]", "has no format that is known here (None"),
        (lambda _: b"{}", "has no format that is known here (None"),
        (lambda _: b'{"digest": "0", "result": {}}', "has no format that is known here (None"),
        (changed(format=99), "has no format that is known here (99, not 3)"),
        (changed(format=3, checksum=None), "was changed after the grader had written it"),
        (changed(result={}), "was changed after the grader had written it"),
        (changed(shown="x"), "was changed after the grader had written it"),
        (changed(outcomes={"adam": "a2"}), "was changed after the grader had written it"),
        (changed(more=1), "was changed after the grader had written it"),
        (edited, "was changed after the grader had written it"),
    ],
)
def test_what_the_grader_did_not_write_is_not_believed(
    course: Course, path: Path, damage: Callable[[bytes], bytes], said: str
) -> None:
    path.write_bytes(damage(path.read_bytes()))
    message = refusal(course)
    assert message.startswith(f"{path}: It {said}")
    assert message.endswith(f". '{STUDENT}' is graded again.")
    assert len(message.splitlines()) == 1


def test_another_s_receipt_is_not_believed(course: Course, path: Path) -> None:
    for place in ("optimizers/kim.json", f"initializers/{STUDENT}.json"):
        other = course.reports / place
        other.parent.mkdir(exist_ok=True)
        other.write_bytes(path.read_bytes())
        with pytest.raises(
            ReceiptError, match=f"It is of 'optimizers' by '{STUDENT}'. .* graded again"
        ):
            receipts.read(course, other.parent.name, other.stem)


def test_a_folder_in_its_place_is_said(course: Course, path: Path) -> None:
    path.unlink()
    path.mkdir()
    assert "can't be read (Is a directory)" in refusal(course)
    with pytest.raises(CourseError, match=r"can't be written .*: allow it"):
        receipts.write(course, of(graded()))


def test_a_receipt_appears_whole(
    course: Course, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> int:
        raise OSError(28, "No space left on device")

    before = path.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", full)
        with pytest.raises(CourseError, match="make room on the disk"):
            receipts.write(course, of(graded()))
    assert path.read_bytes() == before
    assert [*path.parent.iterdir()] == [path]
