"""Which notebook of a folder is the one to grade."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from autograder.data.sentence import Sentence
from autograder.errors import NotebookError
from autograder.notebooks.marks import SUFFIX, grade_id, notebook_name
from autograder.notebooks.reading import read
from autograder.words.printable import printable

_NBGRADER_FILES = {"timestamp.txt", "submission_secret.txt"}
"""What collecting adds; no student handed these in."""

_LISTED = 5


@dataclass(frozen=True)
class Found:
    """The notebook to grade, and what its author should know about the choice."""

    path: Path
    notes: tuple[Sentence, ...] = ()


def find(folder: Path, assignment: str, solution_names: Collection[str]) -> Found:
    """The notebook of `assignment` in `folder`, or one folder further down.

    In this order: the one with the assignment's own name; the only one; the only one with any of
    the assignment's solution cells. So a notebook that a browser or a course page renamed is found.

    Args:
        folder: where a submission lies.
        assignment: the notebook's own name, without ".ipynb".
        solution_names: the grade_ids of the assignment's solution cells.

    Raises:
        NotebookError: where there is none, or it can't be told which.
    """
    wanted = notebook_name(assignment)
    present = _notebooks(folder)
    named = [path for path in present if unicodedata.normalize("NFC", path.name) == wanted]
    on_top = [path for path in named if path.parent == folder]
    for choice in (on_top, named, present):
        if len(choice) == 1:
            return Found(choice[0], _notes(folder, choice[0], wanted, present))
    if not present:
        raise NotebookError(_missing(folder, wanted))
    holders = [path for path in named or present if _holds(path, solution_names)]
    if len(holders) == 1:
        return Found(holders[0], _notes(folder, holders[0], wanted, present))
    raise NotebookError(_listing("notebook-ambiguous", folder, holders or present, wanted=wanted))


def _notebooks(folder: Path) -> list[Path]:
    """All notebooks of `folder` and its sub-folders, in an order that does not change."""
    top = list(_entries(folder))
    inside = [entry for sub in top if _is_folder(sub) for entry in _entries(Path(sub.path))]
    return sorted(
        Path(entry.path)
        for entry in (*top, *inside)
        if entry.name.lower().endswith(SUFFIX) and not _is_folder(entry)
    )


def _entries(folder: Path) -> Iterator[os.DirEntry[str]]:
    """What lies in `folder` and isn't hidden, as .ipynb_checkpoints is."""
    try:
        with os.scandir(folder) as entries:
            yield from (e for e in entries if not e.name.startswith((".", "__MACOSX")))
    except OSError as error:
        name, reason = printable(folder.name), str(error.strerror)
        raise NotebookError(Sentence("folder-closed", folder=name, reason=reason)) from None


def _is_folder(entry: os.DirEntry[str]) -> bool:
    return entry.is_dir(follow_symlinks=False)


def _holds(path: Path, names: Collection[str]) -> bool:
    try:
        return any(grade_id(cell) in names for cell in read(path).cells)
    except NotebookError:
        return False


def _notes(folder: Path, choice: Path, wanted: str, present: list[Path]) -> tuple[Sentence, ...]:
    name = _name(folder, choice)
    renamed = () if name == wanted else (Sentence("notebook-taken", notebook=name, wanted=wanted),)
    rest = [path for path in present if path != choice]
    ignored = (_listing("notebook-ignored", folder, rest, notebook=name),) if rest else ()
    return renamed + ignored


def _missing(folder: Path, wanted: str) -> Sentence:
    names = sorted({entry.name for entry in _entries(folder)} - _NBGRADER_FILES)
    if not names:
        return Sentence("notebook-missing", wanted=wanted)
    there = [folder / name for name in names]
    return _listing("notebook-missing-among", folder, there, wanted=wanted)


def _listing(template: str, folder: Path, paths: list[Path], **parts: str) -> Sentence:
    """A sentence that lists the first of `paths`, and counts the others."""
    present = ", ".join(_name(folder, path) for path in paths[:_LISTED])
    if len(paths) <= _LISTED:
        return Sentence(template, present=present, **parts)
    return Sentence(f"{template}-more", present=present, number=len(paths) - _LISTED, **parts)


def _name(folder: Path, path: Path) -> str:
    return printable(unicodedata.normalize("NFC", str(path.relative_to(folder))))
