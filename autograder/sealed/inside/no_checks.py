"""A stand-in for `autograder.selfcheck` in a sealed process, where there are no checks to run."""

from __future__ import annotations

from autograder.running.notices import NO_CHECKS, noticed


def check(*names: str) -> None:
    """Prints that checks are not run while grading.

    >>> check("adam")
    checks are not run while grading
    """
    del names
    print(noticed(NO_CHECKS))
