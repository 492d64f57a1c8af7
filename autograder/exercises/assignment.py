"""An assignment: exercises, with the limits and the policy that hold for all of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from autograder.errors import AuthorError
from autograder.exercises.exercise import Exercise
from autograder.judging.policy import DEFAULT, Policy
from autograder.running.limits import Limits
from autograder.words.said import said

LESSON = "lesson.py"
"""The file of an assignment's folder that is its notebook and its solutions at once."""


@dataclass(frozen=True)
class Assignment:
    """A folder of `solutions/`, loaded.

    Args:
        name: the folder's name.
        folder: where it lies.
        exercises: in the order in which `cases.py` lists them.
        limits: what a submission may use, where `cases.py` says so.
        policy: what forms that are valid elsewhere count, and what using the library costs.
    """

    name: str
    folder: Path
    exercises: tuple[Exercise, ...]
    limits: Limits = field(default_factory=Limits)
    policy: Policy = DEFAULT

    @property
    def lesson(self) -> Path:
        """The literate source, from which the notebook is built."""
        return self.folder / LESSON

    def exercise(self, name: str) -> Exercise:
        """The exercise of this name; AuthorError where there is none."""
        for exercise in self.exercises:
            if exercise.name == name:
                return exercise
        known = ", ".join(exercise.name for exercise in self.exercises)
        raise AuthorError(
            said(
                "assignment {assignment} has no exercise {exercise}; it has: {known}.",
                assignment=repr(self.name),
                exercise=repr(name),
                known=known,
            )
        )


def no_lesson(path: Path) -> AuthorError:
    """What is said where the literate source should lie at `path` and does not."""
    return AuthorError(
        said("{path} is missing: write the assignment's text and its solutions there.", path=path)
    )
