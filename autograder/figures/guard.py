"""Guards a figure against a student's code: an error becomes words in it, not a traceback."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout
from typing import Any

from autograder.words.said import said


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


def name_of(student: Callable[..., Any]) -> str:
    """What a figure calls a student's class or function.

    >>> name_of(dict)
    'dict'
    """
    name = str(getattr(student, "__name__", type(student).__name__))
    return name.lstrip("_") or "?"  # a legend leaves out what begins with an underscore


def fault_of(name: str, fault: object) -> str:
    """What stands in a figure for the class or function `name`, in place of its drawing.

    >>> fault_of("Adam", Unfit("does not move"))
    'Adam: does not move'
    """
    return said("{name}: {fault}", name=name, fault=fault)


def in_words(error: Exception) -> str:
    """One short line for a figure.

    >>> in_words(NotImplementedError())
    'not written yet'
    >>> in_words(ZeroDivisionError("division by zero"))
    'ZeroDivisionError: division by zero'
    """
    if isinstance(error, NotImplementedError):
        return said("not written yet")
    # An unescaped dollar sign would be read as the beginning of a formula.
    message = str(error).replace("$", r"\$")
    return textwrap.shorten(f"{type(error).__name__}: {message}", 90, placeholder=" …")
