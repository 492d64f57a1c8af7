"""Grading a class: many submissions at once, into receipts and the gradebook."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from typing import TypeAlias

import torch

from autograder import gradebook, receipts
from autograder.course import Course
from autograder.errors import CourseError
from autograder.grade import Graded, Grading, grade, set_up
from autograder.verdict import SubmissionResult

Advance: TypeAlias = Callable[[int, int], None]
"""Told how many submissions are done, and of how many."""


def submitted_assignments(course: Course) -> list[str]:
    """The assignments of which anything was submitted.

    Raises:
        CourseError: where nothing was.
    """
    names = [name for name in course.assignments() if course.students(name)]
    if not names:
        raise CourseError(
            f"There are no submissions: put each into {course.submitted}/STUDENT/ASSIGNMENT/."
        )
    return names


def grade_class(
    course: Course,
    assignment: str,
    students: Sequence[str],
    jobs: int,
    force: bool,
    device: str,
    advance: Advance,
) -> list[SubmissionResult]:
    """The results of all submissions of `assignment`, by student.

    Args:
        course: where everything lies.
        assignment: which one.
        students: only these; empty: all who submitted.
        jobs: how many submissions run at once.
        force: whether what has not changed since its last grading runs again.
        device: "cpu" or "cuda", where the students' tensors live.
        advance: told of each submission that is done.

    Raises:
        CourseError: where the assignment, a student's submission or the device is not there.
    """
    if device == "cuda" and not torch.cuda.is_available():
        raise CourseError("--device cuda: torch sees no GPU here; grade with --device cpu.")
    grading = set_up(course, assignment, device)
    chosen = _chosen(course, assignment, students)
    digests = {
        student: receipts.digest(grading, course.submission(student, assignment))
        for student in chosen
    }
    kept = {} if force else _kept(course, assignment, digests)
    advance(len(kept), len(chosen))
    graded: list[Graded] = []
    try:
        for done in _grade_many(course, grading, [s for s in chosen if s not in kept], jobs):
            graded.append(done)
            advance(len(kept) + len(graded), len(chosen))
    finally:  # what is done is kept, also where the rest was interrupted
        gradebook.write(course, course.load(assignment), graded)
        for done in graded:
            receipts.keep(course, done.result, digests[done.student])
    fresh = {done.student: done.result for done in graded}
    return [{**kept, **fresh}[student] for student in chosen]


def _chosen(course: Course, assignment: str, students: Sequence[str]) -> list[str]:
    submitted = course.students(assignment)
    if not submitted:
        raise CourseError(
            f"There are no submissions of {assignment!r}: "
            f"put each into {course.submitted}/STUDENT/{assignment}/."
        )
    for student in students:
        if student not in submitted:
            folder = course.submission(student, assignment)
            raise CourseError(f"{student!r} submitted nothing: {folder}/ is not there.")
    return sorted(set(students)) or submitted


def _kept(course: Course, assignment: str, digests: dict[str, str]) -> dict[str, SubmissionResult]:
    found = {
        student: receipts.load(course, assignment, student, digest)
        for student, digest in digests.items()
    }
    return {student: result for student, result in found.items() if result is not None}


def _grade_many(
    course: Course, grading: Grading, students: Sequence[str], jobs: int
) -> Iterator[Graded]:
    pool = ThreadPoolExecutor(jobs)
    try:
        running = [
            pool.submit(grade, grading, student, course.submission(student, grading.assignment))
            for student in students
        ]
        for future in as_completed(running):
            yield future.result()
    finally:
        pool.shutdown(cancel_futures=True)
