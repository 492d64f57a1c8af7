"""The course key, from which hidden cases are drawn: made once, then read."""

from __future__ import annotations

import secrets
from pathlib import Path

from autograder.errors import CourseError
from autograder.words.said import said

KEY_BYTES = 32


def read_or_make(path: Path, *, graded: bool) -> bytes:
    """The key in the file `path`, which is made where it is missing.

    Args:
        path: the key's file.
        graded: whether the course has been graded, so that a missing key is a lost one.

    Raises:
        CourseError: where the key is lost, or the file does not hold one.
    """
    if not path.exists():
        if graded:
            raise CourseError(
                said(
                    "{path} is missing, although this course has been graded: put it back "
                    "from your backup, or move reports/ away to begin with a new one (all "
                    "hidden cases change).",
                    path=path,
                )
            )
        path.touch(mode=0o600)
        path.write_text(secrets.token_hex(KEY_BYTES) + "\n", encoding="ascii")
    try:
        key = bytes.fromhex(path.read_text(encoding="ascii"))
    except ValueError:
        key = b""
    if len(key) < KEY_BYTES:
        raise CourseError(
            said(
                "{path} holds no key of {key_bytes} bytes: put the file back from your "
                "backup, or remove it to begin with a new one (all hidden cases change).",
                path=path,
                key_bytes=KEY_BYTES,
            )
        )
    return key
