"""Regrading a class: a result is reused where nothing that it depends on has changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from autograder.classroom import receipts
from autograder.classroom.receipts import Receipt
from autograder.course.course import Course
from autograder.errors import ReceiptError
from autograder.grading.graded import Graded
from autograder.grading.set_up import Grading
from autograder.results.result import ExerciseResult, SubmissionResult
from autograder.sealed.outside import best_seal
from autograder.sealed.outside.seal import Tier

Notify: TypeAlias = Callable[[str], None]
"""Told one sentence for whoever grades."""


class Regrades:
    """The receipts of a class, and what of them holds still.

    Args:
        course: where everything lies.
        grading: what is graded with now.
        students: whose submissions.
        notify: told of each receipt that can't be used.
        force: whether everything runs, whatever is known of it.
    """

    def __init__(
        self,
        course: Course,
        grading: Grading,
        students: Sequence[str],
        notify: Notify,
        *,
        force: bool = False,
    ) -> None:
        self._course, self._grading, self._notify = course, grading, notify
        self._submissions = {
            student: grading.digests.submission(course.submission(student, grading.assignment))
            for student in students
        }
        self._receipts = {student: None if force else self._read(student) for student in students}

    def _read(self, student: str) -> Receipt | None:
        try:
            return receipts.read(self._course, self._grading.assignment, student)
        except ReceiptError as error:
            self._notify(str(error))
            return None

    def result(self, student: str) -> SubmissionResult | None:
        """The result of a submission of which nothing has to run; None where something has to."""
        receipt = self._receipts[student]
        if receipt is None or receipt.submission != self._submissions[student]:
            return None
        assignment = self._grading.assignment
        shown = self._course.autograded_notebook(student, assignment)
        if not (shown.is_file() and self._course.gradebook.is_file()):
            return None
        return receipt.result if self._sealed_enough(receipt.result.tier) else None

    def _sealed_enough(self, tier: str) -> bool:
        """Whether nothing better is to be had now; to look for the seal here takes seconds."""
        if tier in ("", Tier.FULL, Tier.GPU):  # "": nothing of it could be run
            return True
        return tier == best_seal.for_device(self._grading.device).seal.tier

    def known(self, student: str) -> Mapping[str, ExerciseResult]:
        """What is known of a submission's exercises, as `grade` takes it."""
        receipt = self._receipts[student]
        return receipt.known() if receipt else {}

    def keep(self, graded: Graded) -> None:
        """Writes the receipt of what has been graded."""
        submission = self._submissions[graded.student]
        receipts.write(self._course, receipts.receipt(graded, submission))
