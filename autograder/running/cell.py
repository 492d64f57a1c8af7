"""A code cell, and what came of running it. Plain data, on both sides of the seal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Cell:
    """One code cell to run.

    Args:
        index: its place in the merged notebook.
        name: its grade_id, or "cell 7" where it has none.
        source: what it says.
    """

    index: int
    name: str
    source: str


@dataclass(frozen=True)
class CellRun:
    """What came of running a cell.

    Args:
        outputs: in nbformat's form (version 4), capped in bytes; untrusted.
        failed: whether it raised, or was stopped.
    """

    outputs: list[dict[str, Any]]
    failed: bool


def error_output(name: str, message: str, traceback: list[str] | None = None) -> dict[str, Any]:
    """An output of the type "error", in nbformat's form.

    >>> error_output("Stopped", "stopped after 30 s")["traceback"]
    ['Stopped: stopped after 30 s']
    """
    return {
        "output_type": "error",
        "ename": name,
        "evalue": message,
        "traceback": [f"{name}: {message}"] if traceback is None else traceback,
    }
