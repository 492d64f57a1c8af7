"""The files that somebody has handed in: there may be anything among them."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from autograder.notebook.reading import MAX_BYTES

_MOST, _DEEPEST = 1000, 20


def files(folder: Path) -> Iterator[Path]:
    """What lies under `folder` and isn't hidden, in an order that does not change.

    Links are listed, not followed. Of other files than notebooks there are never too many, and
    folders are never too deep, nor deeper than a path can say.
    """
    waiting, found = [folder], 0
    while waiting:
        for entry in _entries(waiting.pop()):
            path = Path(entry.path)
            if entry.is_dir(follow_symlinks=False):
                if len(path.relative_to(folder).parts) < _DEEPEST:
                    waiting.append(path)
            elif found < _MOST or path.suffix.lower() == ".ipynb":
                found += 1
                yield path


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as listed:
            shown = [entry for entry in listed if not entry.name.startswith(".")]
    except OSError:
        return []
    return sorted(shown, key=lambda entry: entry.name)


def fingerprint(path: Path) -> str:
    """Names what `path` holds, as far as anything of ours would read it; it never waits.

    Of a file that is larger than anything that is read, only the size counts: it may be a terabyte
    of nothing.
    """
    try:
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode) or status.st_size > MAX_BYTES:
            return f"{stat.S_IFMT(status.st_mode):o} {status.st_size}"
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:  # reading the submission says what is wrong with it
        return str(error)
