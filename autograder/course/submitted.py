"""Who handed in what, by the folders of `submitted/`."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from autograder.errors import CourseError
from autograder.words.said import said


def students(folder: Path, assignment: str) -> list[str]:
    """Who submitted `assignment`.

    Args:
        folder: the course's `submitted/`.
        assignment: which one.

    Raises:
        CourseError: for a folder whose name is no text, for no gradebook can hold it.
    """
    names = sorted(path.parent.name for path in folder.glob(f"*/{assignment}"))
    for name in names:
        if not name.isprintable():
            raise CourseError(
                said(
                    "{folder} has a folder with an unreadable name, {name}: rename it.",
                    folder=folder,
                    name=ascii(name),
                )
            )
    return names


def strays(folder: Path, assignments: Collection[str]) -> list[Path]:
    """Folders that lie where an assignment's should, and have the name of none of `assignments`."""
    return sorted(
        path
        for path in folder.glob("*/*")
        if path.is_dir() and path.name not in assignments and not path.name.startswith(".")
    )
