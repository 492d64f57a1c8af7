"""Grading a class: many submissions at once, into receipts and the gradebook."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from dataclasses import replace
from typing import TypeAlias

from autograder.classroom import kept_cases
from autograder.classroom.desk import Desk
from autograder.classroom.options import Options
from autograder.classroom.regrades import Notify, Regrades
from autograder.classroom.threads import GradeOne, grade_many
from autograder.course.course import Course
from autograder.errors import CourseError, SealError
from autograder.grading.grade import grade
from autograder.grading.graded import Graded
from autograder.grading.set_up import set_up
from autograder.results.result import SubmissionResult
from autograder.sealed.outside import best_seal
from autograder.sealed.outside.open_processes import OpenProcesses
from autograder.words.said import said

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
            said(
                "There are no submissions: put each into {submitted}/STUDENT/ASSIGNMENT/.",
                submitted=course.submitted,
            )
        )
    return names


def grade_class(
    course: Course,
    assignment: str,
    options: Options,
    advance: Advance,
    notify: Notify,
) -> list[SubmissionResult]:
    """The results of all submissions of `assignment`, by student.

    Args:
        course: where everything lies.
        assignment: which one.
        options: what whoever starts it has chosen.
        advance: told of each submission that is done.
        notify: told of each receipt that can't be used.

    Raises:
        CourseError: where the assignment, a student's submission or the device is not there.
        SealError: where the seal is less than it has to be.
    """
    if options.device != "cpu":
        _look_for(options.device)
    loaded = course.load(assignment)
    grading = set_up(course, loaded, options.device, figures=options.figures)
    chosen = _chosen(course, assignment, options.students)
    if options.full_seal:
        best_seal.demand_full(options.device)
    grading = replace(grading, names=kept_cases.names(course, grading))
    regrades = Regrades(course, grading, chosen, notify, force=options.force)
    kept = {student: result for student in chosen if (result := regrades.result(student))}
    advance(len(kept), len(chosen))
    desk = Desk(course, loaded, regrades)

    def grade_one(student: str, opened: OpenProcesses) -> Graded:
        submission = course.submission(student, assignment)
        return grade(grading, student, submission, regrades.known(student), opened)

    waiting = [student for student in chosen if student not in kept]
    try:
        with closing(_done(regrades, waiting, grade_one, options.jobs)) as graded:
            for done in graded:
                desk.put(done)
                advance(len(kept) + len(desk.results), len(chosen))
    finally:  # what is done is kept, also where the rest was interrupted
        desk.clear()
    return [{**kept, **desk.results}[student] for student in chosen]


def _done(
    regrades: Regrades, students: Sequence[str], grade_one: GradeOne, jobs: int
) -> Generator[Graded, None, None]:
    """Each submission, told anew where that will do, or graded."""
    to_run = []
    for student in students:
        told = regrades.told_anew(student)
        if told is None:
            to_run.append(student)
        else:
            yield told
    yield from grade_many(grade_one, to_run, jobs)


def _look_for(device: str) -> None:
    """Sees to it that code can compute on `device`, by way of a sealed process: never in this one.

    Raises:
        CourseError: where it can't.
    """
    try:
        best_seal.for_device(device)
    except SealError as error:
        raise CourseError(
            said("--device {device}: {error}; grade with --device cpu.", device=device, error=error)
        ) from error


def _chosen(course: Course, assignment: str, students: Sequence[str]) -> list[str]:
    submitted = course.students(assignment)
    if not submitted:
        raise CourseError(
            said(
                "There are no submissions of {assignment}: put each into "
                "{submitted}/STUDENT/{assignment2}/.",
                assignment=repr(assignment),
                submitted=course.submitted,
                assignment2=assignment,
            )
        )
    for student in students:
        if student not in submitted:
            folder = course.submission(student, assignment)
            raise CourseError(
                said(
                    "{student} submitted nothing: {folder}/ is not there.",
                    student=repr(student),
                    folder=folder,
                )
            )
    return sorted(set(students)) or submitted
