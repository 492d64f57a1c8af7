"""Digests of all that an outcome depends on: where none has changed, nothing has to run again.

An exercise's outcome follows from the student's code (all of it, for any cell may define what the
exercise uses), what makes the exercise's cases and drives it, the files beside the code, the
limits, the device, the tier of the seal, and the versions of what runs. Nothing else goes in: not
another exercise's cases, not prose, not how `cases.py` says it; and nothing that was computed in
floating point, for its last bits are the processor's.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

import autograder
from autograder import drives
from autograder.course import handed_in
from autograder.exercises import syntax
from autograder.grading.set_up import Grading, versions
from autograder.running.cell import Cell
from autograder.sealed.outside import shipped


class Digests:
    """The digests of all submissions of one assignment.

    Args:
        grading: what they are graded with.
        cases: what the cases of each exercise are known by (see `kept_cases`).
    """

    def __init__(self, grading: Grading, cases: Mapping[str, str]) -> None:
        # A drive is the business of its own exercises.
        beside = [
            pair for pair in shipped.shipped(grading.files) if str(pair[1]) != drives.OWN_FILE
        ]
        around = (grading.device, grading.limits, versions(), _engine(), _installed())
        shared = _digest(*around, _contents(beside))
        self._exercises = {
            exercise.name: _digest(
                shared,
                cases[exercise.name],
                syntax.tree(drives.source(exercise.drive, grading.files)),
            )
            for exercise in grading.exercises
        }
        source = json.dumps(grading.source, sort_keys=True)
        self._assignment = _digest(self._exercises, source, grading.figures)

    def outcomes(self, cells: Sequence[Cell], tier: str) -> dict[str, str]:
        """What each exercise's outcome follows from, by the exercise's name.

        Args:
            cells: what runs, in order.
            tier: of the seal under which it runs.
        """
        run = _digest(list(cells), tier)
        return {name: _digest(asked, run) for name, asked in self._exercises.items()}

    def submission(self, folder: Path) -> str:
        """All that the graded submission shows: outcomes, prose, and what else was handed in."""
        handed = [
            (str(path.relative_to(folder)), handed_in.fingerprint(path))
            for path in handed_in.files(folder)
        ]
        return _digest(self._assignment, handed)


def _digest(*parts: object) -> str:
    """A name for plain data. Its repr says all of it, and where each part ends."""
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def _contents(paths: Iterable[tuple[Path, Path]]) -> list[tuple[str, str]]:
    """Of each file of ours and its place: the place, and a digest of all that is in it."""
    return [(str(place), _content(path)) for path, place in paths]


def _content(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@cache
def _engine() -> str:
    """This package's own code, which changes more often than its version where it is a checkout.

    Without the generic drives: each is the business of the exercises that it drives.
    """
    folder = Path(autograder.__file__).parent
    modules = [path for path in sorted(folder.rglob("*.py")) if path.stem not in drives.GENERIC]
    return _digest(_contents((path, path.relative_to(folder)) for path in modules))


@cache
def _installed() -> list[str]:
    """All packages here with their versions, as folders are named: students may import any."""
    return sorted(path.name for entry in sys.path for path in Path(entry).glob("*.dist-info"))
