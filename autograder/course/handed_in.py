"""Listing and fingerprinting a submission's files, whatever and however many they are."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from autograder.notebooks.marks import SUFFIX
from autograder.notebooks.reading import MAX_BYTES

_MOST, _DEEPEST = 1000, 20


def files(folder: Path) -> Iterator[Path]:
    """All files below `folder` that aren't hidden, in an order that does not change.

    Links are listed, not followed. Once `_MOST` files are listed, only notebooks still are; folders
    `_DEEPEST` levels down are not entered.
    """
    folders, listed = [folder], 0
    while folders:
        for entry in _entries(folders.pop()):
            path = Path(entry.path)
            if entry.is_dir(follow_symlinks=False):
                if len(path.relative_to(folder).parts) < _DEEPEST:
                    folders.append(path)
            elif listed < _MOST or path.suffix.lower() == SUFFIX:
                listed += 1
                yield path


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            visible = [entry for entry in entries if not entry.name.startswith(".")]
    except OSError:
        return []
    return sorted(visible, key=lambda entry: entry.name)


def fingerprint(path: Path) -> str:
    """A text that differs wherever grading would read something else from `path`.

    It never waits, as opening a named pipe would. Of a file that is too large for grading to read,
    only the size counts: it may be a terabyte of nothing.
    """
    try:
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode) or status.st_size > MAX_BYTES:
            return f"{stat.S_IFMT(status.st_mode):o} {status.st_size}"
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:  # reading the submission says what is wrong with it
        return str(error)
