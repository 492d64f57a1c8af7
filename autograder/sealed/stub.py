"""What `autograder.selfcheck` is in a sealed process, which holds no checks to run."""

from __future__ import annotations


def check(*names: str) -> None:
    """Says that nothing is checked here.

    >>> check("adam")
    checks are not run while grading
    """
    del names
    print("checks are not run while grading")
