"""The desk: where graded submissions wait to be written, a few at a time."""

from __future__ import annotations

from autograder import gradebook
from autograder.classroom.regrades import Regrades
from autograder.course.course import Course
from autograder.exercises.assignment import Assignment
from autograder.grading.graded import Graded
from autograder.results.result import SubmissionResult


class Desk:
    """Where graded submissions wait to be written: a few, so that neither memory nor an interrupt
    depends on how large a class is.
    """

    _FEW = 25

    def __init__(self, course: Course, assignment: Assignment, regrades: Regrades) -> None:
        self._course, self._assignment, self._regrades = course, assignment, regrades
        self._waiting: list[Graded] = []
        self._write = gradebook.write
        self._room = 1  # the first one makes the gradebook, which takes seconds where it is new
        self.results: dict[str, SubmissionResult] = {}

    def put(self, done: Graded) -> None:
        """Takes one more."""
        self.results[done.student] = done.result
        self._waiting.append(done)
        if len(self._waiting) >= self._room:
            self.clear()
            self._room = self._FEW

    def clear(self) -> None:
        """Writes all that wait into the gradebook, and their receipts."""
        if not self._waiting:
            return
        self._write(self._course, self._assignment, self._waiting)
        self._write = gradebook.add  # it knows the assignment now
        for done in self._waiting:
            self._regrades.keep(done)
        self._waiting.clear()
