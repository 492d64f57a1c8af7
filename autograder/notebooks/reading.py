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

from autograder.errors import NotebookError
from autograder.notebooks.mending import MAX_CELLS, VERSIONS, mended

MAX_BYTES = 100_000_000
MAX_PARTS = 5_000_000
"""Texts, commas and brackets in a file: each value takes 50 bytes or more once it is read."""

# It gives nothing back, and takes a text without an end, too: one pass, whatever the bytes.
_PART = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"?|[,\[{]', re.DOTALL)
_AGAIN = "open it in JupyterLab, save it, and hand it in again"


def read(path: Path) -> NotebookNode:
    """The notebook in the file `path`, in format 4.5, without outputs.

    Formats 2 to 4 are read; ids that are missing or stand twice are given by place; what other
    editors leave behind is dropped.

    Raises:
        NotebookError: where the file is no notebook; the message is fit for its author.
    """
    try:
        return _checked(_parsed(_decoded(_contents(path))))
    except NotebookError as error:
        raise NotebookError(f"{shown(path.name)} {error}") from None
    except (RecursionError, MemoryError):
        raise NotebookError(
            f"{shown(path.name)} is nested too deeply, or too large, to be read: {_AGAIN}."
        ) from None


def shown(text: str) -> str:
    """`text` as it can be printed anywhere: a file's name may hold bytes that are no characters.

    >>> shown("kim\\x1b[2J.ipynb")
    'kim�[2J.ipynb'
    """
    return "".join(character if character.isprintable() else "\ufffd" for character in text)


def _contents(path: Path) -> bytes:
    try:
        with open(path, "rb", opener=_opener) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise NotebookError("is no ordinary file: put the notebook itself in its place.")
            contents = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise NotebookError("is not there: hand it in again.") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise NotebookError(
            f"can't be opened ({reason}): put the notebook itself in its place, "
            "not a link or a folder."
        ) from None
    if len(contents) > MAX_BYTES or _has_too_many_parts(contents):
        raise NotebookError(
            f"is larger than {MAX_BYTES // 1_000_000} MB, or has more than {MAX_PARTS:,} parts: "
            "clear its outputs, save it, and hand it in again."
        )
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
        raise NotebookError(f"is empty: {_AGAIN}.")
    try:
        return contents.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotebookError(
            f"is not in UTF-8 (byte {contents[error.start]:#04x} at position {error.start}): "
            f"{_AGAIN}."
        ) from None


def _parsed(text: str) -> dict[str, Any]:
    try:
        parsed = json.loads(text, parse_constant=lambda _: None)
    except json.JSONDecodeError as error:
        raise NotebookError(
            f"is not valid JSON (line {error.lineno}, column {error.colno}: {error.msg}): {_AGAIN}."
        ) from None
    except ValueError:
        raise NotebookError(f"holds a number of thousands of digits: {_AGAIN}.") from None
    if not isinstance(parsed, dict):
        raise NotebookError(f"is JSON, but no notebook: {_AGAIN}.")
    return parsed


def _checked(parsed: dict[str, Any]) -> NotebookNode:
    version = parsed.get("nbformat", 4)
    if version not in VERSIONS:
        raise NotebookError(
            f"is of notebook format {shown(str(version)[:20])}; formats 2 to 4 can be read: "
            f"{_AGAIN}."
        )
    notebook = mended(parsed)
    if not notebook.cells:
        raise NotebookError(f"is JSON, but no notebook: it has no cells; {_AGAIN}.")
    if len(notebook.cells) > MAX_CELLS:
        raise NotebookError(f"has more than {MAX_CELLS:,} cells: remove those that are not needed.")
    return notebook
