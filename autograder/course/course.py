"""A course on disk: where everything lies.

A course is a folder with `nbgrader_config.py` and `solutions/`.
"""

from __future__ import annotations

from pathlib import Path

from autograder.course import key, loading, submitted
from autograder.errors import CourseError
from autograder.exercises.assignment import Assignment
from autograder.notebooks.marks import notebook_name
from autograder.words.said import said


class Course:
    """The folders of a course, each a path: `solutions`, `source`, `release`, `submitted`, ...

    Args:
        root: the course's folder.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.solutions = root / "solutions"
        self.source = root / "source"
        self.release = root / "release"
        self.submitted = root / "submitted"
        self.autograded = root / "autograded"
        self.reports = root / "reports"
        self.gradebook = root / "gradebook.db"

    @classmethod
    def find(cls, folder: Path) -> Course:
        """The course that `folder` is, or lies in.

        Raises:
            CourseError: where neither it nor a folder above it is a course.
        """
        for root in (folder.resolve(), *folder.resolve().parents):
            if (root / "nbgrader_config.py").is_file() and (root / "solutions").is_dir():
                return cls(root)
        raise CourseError(
            said(
                "{resolve} is no course: go to a folder with nbgrader_config.py and "
                "solutions/, or make one to try with `autograder demo FOLDER`.",
                resolve=folder.resolve(),
            )
        )

    def assignments(self) -> list[str]:
        """The names of all assignments: the folders of `solutions/` with a cases.py."""
        return sorted(path.parent.name for path in self.solutions.glob("*/cases.py"))

    def load(self, name: str) -> Assignment:
        """The assignment `name`, its code run anew; see `loading.load`.

        Raises:
            CourseError: where there is no such assignment.
            AuthorError: where its code can't be run, or defines what is none.
        """
        if name not in self.assignments():
            there = ", ".join(self.assignments()) or said("none yet")
            raise CourseError(
                said(
                    "There is no assignment {name} in {solutions}: {there}.",
                    name=repr(name),
                    solutions=self.solutions,
                    there=there,
                )
            )
        return loading.load(self.solutions / name)

    def key(self) -> bytes:
        """The course key, made at its first use; whoever has it has the hidden cases.

        Raises:
            CourseError: where the file does not hold a key, or is gone although it was used.
        """
        graded = self.reports.is_dir() and any(self.reports.iterdir())
        return key.read_or_make(self.root / "course.key", graded=graded)

    def source_notebook(self, assignment: str) -> Path:
        """The instructor's notebook of `assignment`."""
        return self.source / assignment / notebook_name(assignment)

    def autograded_notebook(self, student: str, assignment: str) -> Path:
        """The graded notebook of a student."""
        return self.autograded / student / assignment / notebook_name(assignment)

    def students(self, assignment: str) -> list[str]:
        """Who submitted `assignment`.

        Raises:
            CourseError: for a folder whose name is no text, for no gradebook can hold it.
        """
        return submitted.students(self.submitted, assignment)

    def strays(self) -> list[Path]:
        """Folders of `submitted/` that lie where an assignment's should, under no one's name."""
        return submitted.strays(self.submitted, self.assignments())

    def submission(self, student: str, assignment: str) -> Path:
        """The folder in which a submission lies."""
        return self.submitted / student / assignment
