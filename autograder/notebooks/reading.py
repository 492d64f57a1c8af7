"""Reading a notebook that anyone may have written: any bytes give a notebook, or one sentence."""

from __future__ import annotations

import json
import os
import re
import stat
from itertools import islice
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from autograder.data.sentence import Part, Sentence
from autograder.errors import NotebookError
from autograder.notebooks.mending import MAX_CELLS, VERSIONS, mended
from autograder.words.printable import printable

MAX_BYTES = 100_000_000
MAX_PARTS = 5_000_000
"""Texts, commas and brackets in a file: each value takes 50 bytes or more once it is read."""

# It gives nothing back, and takes a text without an end, too: one pass, whatever the bytes.
_PART = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"?|[,\[{]', re.DOTALL)


def read(path: Path) -> NotebookNode:
    """The notebook in the file `path`, in format 4.5, without outputs.

    Formats 2 to 4 are read; ids that are missing or stand twice are given by place; what other
    editors leave behind is dropped.

    Raises:
        NotebookError: where the file is no notebook; the message is fit for its author.
    """
    try:
        return _checked(_parsed(_decoded(_contents(path))))
    except _Unreadable as error:
        said = Sentence(error.template, notebook=printable(path.name), **error.parts)
        raise NotebookError(said) from None
    except (RecursionError, MemoryError):
        raise NotebookError(Sentence("notebook-deep", notebook=printable(path.name))) from None


class _Unreadable(Exception):
    """Why a file is no notebook: a template, and its parts but for the file's name."""

    def __init__(self, template: str, **parts: Part) -> None:
        super().__init__(template)
        self.template, self.parts = template, parts


def _contents(path: Path) -> bytes:
    try:
        with open(path, "rb", opener=_opener) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise _Unreadable("notebook-no-file")
            contents = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise _Unreadable("notebook-not-there") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise _Unreadable("notebook-closed", reason=str(reason)) from None
    if len(contents) > MAX_BYTES or _has_too_many_parts(contents):
        megabytes = MAX_BYTES // 1_000_000
        raise _Unreadable("notebook-large", megabytes=megabytes, parts=f"{MAX_PARTS:,}")
    return contents


def _has_too_many_parts(contents: bytes) -> bool:
    parts = _PART.finditer(contents) if len(contents) > MAX_PARTS else iter(())
    return next(islice(parts, MAX_PARTS, None), None) is not None


def _opener(path: str, flags: int) -> int:
    """Opens without following a link, nor waiting for somebody to write to a named pipe."""
    # Windows has neither flag, and needs none.
    careful = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    return os.open(path, flags | careful)


def _decoded(contents: bytes) -> str:
    if not contents or contents.isspace():
        raise _Unreadable("notebook-empty")
    try:
        return contents.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        byte = f"{contents[error.start]:#04x}"
        raise _Unreadable("notebook-encoding", byte=byte, position=error.start) from None


def _parsed(text: str) -> dict[str, Any]:
    try:
        parsed = json.loads(text, parse_constant=lambda _: None)
    except json.JSONDecodeError as error:
        place = {"line": error.lineno, "column": error.colno}
        raise _Unreadable("notebook-no-json", **place, reason=error.msg) from None
    except ValueError:
        raise _Unreadable("notebook-digits") from None
    if not isinstance(parsed, dict):
        raise _Unreadable("notebook-other-json")
    return parsed


def _checked(parsed: dict[str, Any]) -> NotebookNode:
    version = parsed.get("nbformat", 4)
    if version not in VERSIONS:
        raise _Unreadable("notebook-format", version=printable(str(version)[:20]))
    notebook = mended(parsed)
    if not notebook.cells:
        raise _Unreadable("notebook-no-cells")
    if len(notebook.cells) > MAX_CELLS:
        raise _Unreadable("notebook-cells", most=f"{MAX_CELLS:,}")
    return notebook
