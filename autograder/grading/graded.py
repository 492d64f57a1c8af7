"""A submission that has been graded: its result, and what is shown of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from autograder.results.result import SubmissionResult


@dataclass(frozen=True)
class Graded:
    """One submission, graded.

    Args:
        student: who submitted it.
        submission: the folder in which it lies.
        result: verdicts, scores and findings.
        notebook: what was run: the student's cells, everything locked from the source.
            Where nothing ran, the page in `autograded/` that an earlier run has left.
        outputs: what the cells printed and displayed, by the cell's place; untrusted.
        timed_out: whether any of its code ran too long, which may be for what ran beside it.
        cut_short: whether a cell was stopped or left out, on which any exercise may depend.
        outcomes: what each exercise's result is of, by name (see `digests`); empty where nothing
            was ever run.
        retold: whether nothing ran now, and the result is an earlier one in other words.
    """

    student: str
    submission: Path
    result: SubmissionResult
    notebook: NotebookNode
    outputs: Mapping[int, Sequence[Mapping[str, Any]]] = field(default_factory=dict)
    timed_out: bool = False
    cut_short: bool = False
    outcomes: Mapping[str, str] = field(default_factory=dict)
    retold: bool = False
