"""Receipts: what each submission got, and of what exactly; in `reports/`, for the instructor.

A receipt holds all details, those of hidden cases too. It is never copied to a student.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from autograder import bundle, handed_in
from autograder.course import Course
from autograder.grade import Grading, versions
from autograder.verdict import Kind, SubmissionResult, Verdict, from_json, to_json

_FLEETING = {Kind.TIME_OUT, Kind.ENGINE}
"""What may come out otherwise at the next try is not kept."""


def digest(grading: Grading, submission: Path) -> str:
    """Names all that an outcome depends on: files, cases, locked cells, how it ran, versions."""
    hashed = hashlib.sha256(bundle.digest(grading.exercises))
    ran = (grading.device, grading.limits, grading.figures)
    for part in (json.dumps(grading.source, sort_keys=True), *ran, versions()):
        hashed.update(repr(part).encode())
    for path in handed_in.files(submission):
        hashed.update(repr((path.relative_to(submission), handed_in.fingerprint(path))).encode())
    return hashed.hexdigest()


def load(course: Course, assignment: str, student: str, wanted: str) -> SubmissionResult | None:
    """The kept result, where it is of exactly `wanted` and the graded notebook is still there."""
    path = _path(course, assignment, student)
    shown = course.autograded / student / assignment / f"{assignment}.ipynb"
    if not (path.is_file() and shown.is_file() and course.gradebook.is_file()):
        return None
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return from_json(data["result"]) if data["digest"] == wanted else None
    except (ValueError, KeyError, TypeError):
        return None  # a torn or foreign receipt only means grading again


def keep(course: Course, result: SubmissionResult, of: str) -> None:
    """Writes the receipt of a result; one of a time-out or of our fault can't be reused."""
    path = _path(course, result.assignment, result.student)
    path.parent.mkdir(parents=True, exist_ok=True)
    data = {"digest": "" if _fleeting(result) else of, "result": to_json(result)}
    aside = path.with_suffix(".part")
    aside.write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    aside.replace(path)


def _path(course: Course, assignment: str, student: str) -> Path:
    return course.reports / assignment / f"{student}.json"


def _fleeting(result: SubmissionResult) -> bool:
    if result.verdict is Verdict.BROKEN:
        return True
    found = [case.finding for exercise in result.exercises for case in exercise.cases]
    return any(finding is not None and finding.kind in _FLEETING for finding in found)
