"""Regrading a class: a result is reused where nothing that it depends on has changed.

Where nothing has changed but the words in which it is told, it is told anew, and nothing runs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import TypeAlias

from autograder.classroom import receipts
from autograder.classroom.receipts import Receipt
from autograder.course.course import Course
from autograder.errors import ReceiptError
from autograder.gradebook.autograded.retold import parsed
from autograder.grading.graded import Graded
from autograder.grading.retold import retold
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
        """The result of a submission of which nothing has to be done; None where something has."""
        receipt = self._still(student)
        if receipt is None or receipt.shown != self._grading.digests.shown:
            return None
        return receipt.result

    def told_anew(self, student: str) -> Graded | None:
        """A submission of which nothing has to run, told as it is told now.

        None where something has to run, as where the page is not the one that was written.
        """
        receipt = self._still(student)
        page = self._page(student)
        if receipt is None or not page or _digest(page) != receipt.page:
            return None
        now = {exercise.name: exercise for exercise in self._grading.asked_of(student)}
        exercises = tuple(retold(now[one.name], one) for one in receipt.result.exercises)
        result = replace(receipt.result, exercises=exercises)
        assert result.score == receipt.result.score
        submission = self._course.submission(student, self._grading.assignment)
        outcomes, earlier = receipt.outcomes, parsed(page)
        return Graded(student, submission, result, earlier, outcomes=outcomes, retold=True)

    def _still(self, student: str) -> Receipt | None:
        """The receipt of a submission of which nothing has to run; None where something has to."""
        receipt = self._receipts[student]
        if receipt is None or receipt.submission != self._submissions[student]:
            return None
        page = self._course.autograded_notebook(student, self._grading.assignment)
        if not (page.is_file() and self._course.gradebook.is_file()):
            return None
        return receipt if self._sealed_enough(receipt.result.tier) else None

    def _page(self, student: str) -> bytes:
        """The file of the graded notebook; nothing where it can't be read."""
        try:
            path = self._course.autograded_notebook(student, self._grading.assignment)
            return path.read_bytes()
        except OSError:
            return b""

    def _sealed_enough(self, tier: str) -> bool:
        """Whether nothing better is to be had now; to look for the seal here takes seconds."""
        if tier in ("", Tier.FULL, Tier.GPU):  # "": nothing of it could be run
            return True
        return tier == best_seal.for_device(self._grading.device).seal.tier

    def known(self, student: str) -> Mapping[str, ExerciseResult]:
        """What is known of a submission's exercises, by the digest of what each result is of."""
        receipt = self._receipts[student]
        return receipt.known() if receipt else {}

    def keep(self, graded: Graded) -> None:
        """Writes the receipt of what has been graded."""
        submission, page = self._submissions[graded.student], _digest(self._page(graded.student))
        shown = self._grading.digests.shown
        receipts.write(self._course, receipts.receipt(graded, submission, shown, page))


def _digest(page: bytes) -> str:
    return sha256(page).hexdigest()
