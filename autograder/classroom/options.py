"""How a class is graded, as whoever starts it may choose."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Options:
    """What may be chosen for the grading of a class.

    Args:
        students: only these; empty: all who submitted.
        jobs: how many submissions run at once.
        force: whether what has not changed since its last grading runs again.
        device: "cpu" or "cuda", where the students' tensors live.
        figures: whether cells that only draw are run, too.
        full_seal: whether nothing less than a full seal will do.

    Example:
        >>> Options(students=("kim",), force=True).jobs
        1
    """

    students: tuple[str, ...] = ()
    jobs: int = 1
    force: bool = False
    device: str = "cpu"
    figures: bool = False
    full_seal: bool = False
