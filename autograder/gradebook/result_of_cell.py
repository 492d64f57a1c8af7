"""Which result belongs to which cell."""

from __future__ import annotations

from autograder.notebooks.marks import exercise_of_check
from autograder.results.kinds import Kind
from autograder.results.result import ExerciseResult, SubmissionResult


def solved_in(result: SubmissionResult, grade_id: str) -> ExerciseResult | None:
    """How the exercise went whose solution cell is `grade_id`; None for other cells."""
    return {entry.name: entry for entry in result.exercises}.get(grade_id)


def checked_in(result: SubmissionResult, grade_id: str) -> ExerciseResult | None:
    """How the exercise went whose check cell is `grade_id`; None for other cells."""
    return solved_in(result, exercise_of_check(grade_id))


def readable(result: SubmissionResult) -> bool:
    """Whether there was a notebook of the student's to grade."""
    return all(finding.kind is not Kind.UNREADABLE for finding in result.findings)
