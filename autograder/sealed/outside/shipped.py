"""Which files of a release student code may read: data files, not notebooks nor checks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from autograder.files import CHECKS


def shipped(folder: Path | None) -> Iterator[tuple[Path, Path]]:
    """Each file of `folder` that student code may read, and its path in the working folder.

    Left out are notebooks, the checks, which hold expected outputs, links that lead out of
    `folder`, and whatever is not a plain file.
    """
    if folder is None:
        return
    root = folder.resolve()
    for path in sorted(root.rglob("*")):
        real = path.resolve()
        withheld = real.suffix == ".ipynb" or real.name == CHECKS
        if not withheld and real.is_file() and real.is_relative_to(root):
            yield real, path.relative_to(root)
