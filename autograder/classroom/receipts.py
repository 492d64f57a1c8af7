"""Receipts in `reports/`, for the instructor: each submission's results, and what they depend on.

A receipt holds all details, those of hidden cases too. It is never copied to a student. The grader
alone writes one, and believes none that it has not written itself, whole, for this submission.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.course.course import Course
from autograder.data.sentence import Sentence
from autograder.errors import CourseError, ReceiptError
from autograder.files import write_whole
from autograder.grading.graded import Graded
from autograder.results.as_json import from_json, to_json
from autograder.results.result import ExerciseResult, SubmissionResult
from autograder.words.said import said
from autograder.words.told import is_known

FORMAT = 3


@dataclass(frozen=True)
class Receipt:
    """What a submission got, and of what exactly (see `digests`).

    Args:
        result: what it got.
        submission: of what all of it is; "" where something has to be tried again.
        shown: how it was shown.
        page: what was shown of it, as the digest of the file.
        outcomes: of what each exercise's result is, by name, where it need not be tried again.
    """

    result: SubmissionResult
    submission: str
    shown: str
    page: str
    outcomes: Mapping[str, str]

    def known(self) -> dict[str, ExerciseResult]:
        """The results that need not be tried again, by the digest of what each is of."""
        return {
            self.outcomes[exercise.name]: exercise
            for exercise in self.result.exercises
            if exercise.name in self.outcomes
        }


def receipt(graded: Graded, submission: str, shown: str, page: str) -> Receipt:
    """The receipt of a graded submission: nothing counts as known that luck may have decided.

    Args:
        graded: how it went.
        submission: the digest of all of it.
        shown: the digest of how it is shown.
        page: the digest of the graded notebook.
    """
    exercises = graded.result.exercises
    lasting = {one.name for one in exercises if not (graded.cut_short or _fleeting(one))}
    all_of_it = len(lasting) == len(exercises)
    outcomes = {name: digest for name, digest in graded.outcomes.items() if name in lasting}
    return Receipt(graded.result, submission if all_of_it else "", shown, page, outcomes)


def _fleeting(exercise: ExerciseResult) -> bool:
    return any(case.finding and case.finding.kind.traits.fleeting for case in exercise.cases)


def write(course: Course, receipt: Receipt) -> None:
    """Puts a receipt in its place, at once and whole.

    Raises:
        CourseError: where it can't be written.
    """
    path = _path(course, receipt.result.assignment, receipt.result.student)
    data = {
        "submission": receipt.submission,
        "shown": receipt.shown,
        "page": receipt.page,
        "outcomes": dict(receipt.outcomes),
        "result": to_json(receipt.result),
    }
    whole = {"format": FORMAT, "checksum": _checksum(data), **data}
    text = json.dumps(whole, indent=1, ensure_ascii=False)
    try:
        write_whole(path, f"{text}\n".encode())
    except OSError as error:
        raise CourseError(
            said(
                "{path} can't be written ({reason}): allow it, or make room on the "
                "disk, and grade again.",
                path=path,
                reason=error.strerror,
            )
        ) from error


def read(course: Course, assignment: str, student: str) -> Receipt | None:
    """The receipt of a submission; None where there is none.

    Raises:
        ReceiptError: where the file is not what the grader wrote for this submission.
    """
    path = _path(course, assignment, student)
    try:
        found = parse(path.read_bytes())
        if (found.result.assignment, found.result.student) != (assignment, student):
            raise ReceiptError(
                said(
                    "It is of {assignment} by {student}.",
                    assignment=repr(found.result.assignment),
                    student=repr(found.result.student),
                )
            )
    except FileNotFoundError:
        return None
    except (OSError, ReceiptError) as error:
        reason = (
            said("It can't be read ({reason}).", reason=error.strerror)
            if isinstance(error, OSError)
            else str(error)
        )
        again = said("{student} is graded again.", student=repr(student))
        raise ReceiptError(f"{path}: {reason} {again}") from None
    return found


def parse(content: bytes) -> Receipt:
    """The receipt that a file holds.

    Raises:
        ReceiptError: where it holds none that the grader wrote.
    """
    try:
        data = json.loads(content)
    except (ValueError, RecursionError):
        raise ReceiptError(said("It is torn, or no JSON.")) from None
    number = data.pop("format", None) if isinstance(data, dict) else None
    if number != FORMAT:
        raise ReceiptError(
            said(
                "It has no format that is known here ({found}, not {known}).",
                found=f"{number!r:.20}",
                known=FORMAT,
            )
        )
    if data.pop("checksum", None) != _checksum(data):
        raise ReceiptError(said("It was changed after the grader had written it."))
    of = [data[key] for key in ("submission", "shown", "page", "outcomes")]
    result = from_json(data["result"])
    if not all(map(is_known, _sentences(result))):
        raise ReceiptError(said("It says what this version has no words for."))
    return Receipt(result, *of)


def _sentences(result: SubmissionResult) -> Iterator[Sentence]:
    findings = [*result.findings]
    for exercise in result.exercises:
        findings += (*exercise.findings, *exercise.notes)
        findings += [case.finding for case in exercise.cases if case.finding]
    for finding in findings:
        yield from (*finding.said, *finding.detail)


def _checksum(data: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(data, sort_keys=True).encode()).hexdigest()


def _path(course: Course, assignment: str, student: str) -> Path:
    return course.reports / assignment / f"{student}.json"
