"""Guards a figure against a student's code: an error becomes words in it, not a traceback."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout

from autograder.figures.trajectory import in_words


class Unfit(Exception):
    """There is nothing to draw; the message says why, in a figure's few words."""


@contextmanager
def guarded() -> Iterator[None]:
    """Turns whatever a student's code raises into `Unfit`, and keeps what it prints to itself.

    >>> with guarded():
    ...     1 / 0
    Traceback (most recent call last):
    autograder.figures.guard.Unfit: ZeroDivisionError: division by zero
    """
    try:
        # A forgotten print would otherwise fill the notebook with thousands of lines.
        with redirect_stdout(io.StringIO()):
            yield
    except Unfit:
        raise
    except Exception as error:
        raise Unfit(in_words(error)) from error
