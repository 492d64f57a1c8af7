"""The data files of a release that student code may read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from autograder import bundle


def shipped(folder: Path | None) -> Iterator[tuple[Path, Path]]:
    """Each file, and where it lies in the working folder.

    Notebooks are left out, and the checks, which hold expected outputs; so are links that lead out
    of `folder`, and whatever is no plain file.
    """
    if folder is None:
        return
    root = folder.resolve()
    for path in sorted(root.rglob("*")):
        real = path.resolve()
        withheld = real.suffix == ".ipynb" or real.name == bundle.FILE
        if not withheld and real.is_file() and real.is_relative_to(root):
            yield real, path.relative_to(root)
