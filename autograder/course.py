"""A course on disk: where everything lies, and how an assignment is loaded.

A course is a folder with `nbgrader_config.py` and `solutions/`.
"""

from __future__ import annotations

import hashlib
import importlib
import secrets
import sys
import types
from pathlib import Path
from typing import TypeVar

from autograder.errors import AuthorError, AutograderError, CourseError
from autograder.exercise import Assignment, Exercise, unique
from autograder.policy import Policy
from autograder.sealed.limits import Limits

KEY_BYTES = 32

T = TypeVar("T")


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
            f"{folder.resolve()} is no course: go to a folder with nbgrader_config.py and "
            "solutions/, or make one to try with `autograder demo FOLDER`."
        )

    def assignments(self) -> list[str]:
        """The names of all assignments: the folders of `solutions/` with a cases.py."""
        return sorted(path.parent.name for path in self.solutions.glob("*/cases.py"))

    def load(self, name: str) -> Assignment:
        """The assignment `name`, its code run anew under a package name of its own.

        Raises:
            CourseError: where there is no such assignment.
            AuthorError: where its code can't be run, defines no exercises, or limits or a policy
                that are none.
        """
        folder = self.solutions / name
        if name not in self.assignments():
            known = ", ".join(self.assignments()) or "none yet"
            raise CourseError(f"There is no assignment {name!r} in {self.solutions}: {known}.")
        module = _load(folder)
        exercises = getattr(module, "exercises", None)
        if not exercises or not all(isinstance(entry, Exercise) for entry in exercises):
            raise AuthorError(
                f"{folder / 'cases.py'} defines no exercises: end it with `exercises = [...]`."
            )
        unique(f"assignment {name!r}: exercise", [exercise.name for exercise in exercises])
        limits = _stated(module, "limits", Limits(), "cell_seconds=60")
        policy = _stated(module, "policy", Policy(), "valid_elsewhere=0.5")
        return Assignment(name, folder, tuple(exercises), limits, policy)

    def key(self) -> bytes:
        """The course key, made at its first use; whoever has it has the hidden cases.

        Raises:
            CourseError: where the file does not hold a key.
        """
        path = self.root / "course.key"
        if not path.exists():
            if self.reports.is_dir() and any(self.reports.iterdir()):
                raise CourseError(
                    f"{path} is missing, although this course has been graded: put it back from "
                    "your backup, or move reports/ away to begin with a new one (all hidden cases "
                    "change)."
                )
            path.touch(mode=0o600)
            path.write_text(secrets.token_hex(KEY_BYTES) + "\n", encoding="ascii")
        try:
            key = bytes.fromhex(path.read_text(encoding="ascii"))
        except ValueError:
            key = b""
        if len(key) < KEY_BYTES:
            raise CourseError(
                f"{path} holds no key of {KEY_BYTES} bytes: put the file back from your backup, "
                "or remove it to begin with a new one (all hidden cases change)."
            )
        return key

    def source_notebook(self, assignment: str) -> Path:
        """The instructor's notebook of `assignment`."""
        return self.source / assignment / f"{assignment}.ipynb"

    def students(self, assignment: str) -> list[str]:
        """Who submitted `assignment`.

        Raises:
            CourseError: for a folder whose name is no text, for no gradebook can hold it.
        """
        names = sorted(path.parent.name for path in self.submitted.glob(f"*/{assignment}"))
        for name in names:
            if not name.isprintable():
                raise CourseError(
                    f"{self.submitted} has a folder with an unreadable name, {name!a}: rename it."
                )
        return names

    def strays(self) -> list[Path]:
        """Folders of `submitted/` that lie where an assignment's should, under no one's name."""
        known = self.assignments()
        return sorted(
            path
            for path in self.submitted.glob("*/*")
            if path.is_dir() and path.name not in known and not path.name.startswith(".")
        )

    def submission(self, student: str, assignment: str) -> Path:
        """The folder in which a submission lies."""
        return self.submitted / student / assignment


def _stated(module: types.ModuleType, name: str, default: T, example: str) -> T:
    """What `cases.py` calls `name`, of the kind that `default` is."""
    value = getattr(module, name, default)
    if isinstance(value, type(default)):
        return value
    kind = type(default).__name__
    raise AuthorError(
        f"{module.__file__} has {name} = {value!r}: write "
        f"{name} = {kind}({example}), with `from autograder import {kind}`."
    )


def _load(folder: Path) -> types.ModuleType:
    """Runs `cases.py` of an assignment's folder as a module of a package."""
    # Two courses, or two versions of one, may have an assignment of the same name.
    digest = hashlib.sha256(str(folder).encode()).hexdigest()[:8]
    package = f"assignment_{digest}_{folder.name}"
    for name in [name for name in sys.modules if name.split(".")[0] == package]:
        del sys.modules[name]
    module = types.ModuleType(package)
    module.__path__ = [str(folder)]
    sys.modules[package] = module
    importlib.invalidate_caches()
    try:
        return importlib.import_module(f"{package}.cases")
    except AutograderError:
        raise
    except (Exception, SystemExit) as error:
        place = f"{folder / 'cases.py'}"
        raise AuthorError(f"{place} can't be run: {type(error).__name__}: {error}") from error
