"""Digests of all that an outcome depends on: where none has changed, nothing has to run again.

An exercise's outcome follows from the student's code (all of it, for any cell may define what the
exercise uses), what makes the exercise's cases and drives it, the files beside the code, the
limits, the device, the tier of the seal, and the versions of what runs. Nothing else goes in: not
another exercise's cases, not prose, not how `cases.py` says it; and nothing that was computed in
floating point, for its last bits are the processor's.

What a graded notebook shows follows from more: from what was handed in beside the code, and from
the words in which results are told. Where the words alone have changed, nothing has to run.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Collection, Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from nbformat import NotebookNode

import autograder
from autograder import drives, notebooks
from autograder.course import handed_in
from autograder.exercises import syntax
from autograder.files import visible
from autograder.grading.versions import versions
from autograder.running.cell import Cell
from autograder.sealed.outside import shipped
from autograder.words import language

if TYPE_CHECKING:
    from autograder.grading.set_up import Grading

ENGINE = (
    *("course", "data", "drives", "exercises", "grading", "judging", "laws", "library_use"),
    *("notebooks", "results", "running", "sealed/inside", "sealed/outside", "sealed/walls"),
    "sealed/wire",
)
"""The rooms of this package that an outcome follows from. A figure's code is in none of them."""

PAGES = ("gradebook",)
"""The room that makes a graded notebook of what a run has left: text cleaned, cells marked."""

SHOWN = ("drawing", "report", "words")
"""The rooms in which results are told."""


class Digests:
    """The digests of all submissions of one assignment; `shown` says how any of them is shown.

    Args:
        grading: what they are graded with.
    """

    def __init__(self, grading: Grading) -> None:
        cases = {**grading.recipes, **grading.names}
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
        # Of the instructor's notebook, the reference comes into no submission.
        cells = _json(notebooks.blank(grading.source))
        self._assignment = _digest(self._exercises, cells, grading.figures, _pages())
        # The source's marks tell formgrader which of its cells were left as they were.
        words = [(exercise.name, exercise.mistakes) for exercise in grading.exercises]
        self.shown = _digest(words, language.current(), _json(grading.source), _shown())

    def outcomes(self, cells: Sequence[Cell], tier: str) -> dict[str, str]:
        """What each exercise's outcome follows from, by the exercise's name.

        Args:
            cells: what runs, in order.
            tier: of the seal under which it runs.
        """
        run = _digest(list(cells), tier)
        return {name: _digest(asked, run) for name, asked in self._exercises.items()}

    def submission(self, folder: Path) -> str:
        """Of what a graded submission is: outcomes, prose, and what else was handed in."""
        handed = [
            (str(path.relative_to(folder)), handed_in.fingerprint(path))
            for path in handed_in.files(folder)
        ]
        return _digest(self._assignment, handed)


def _digest(*parts: object) -> str:
    """A name for plain data. Its repr says all of it, and where each part ends."""
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def _json(notebook: NotebookNode) -> str:
    return json.dumps(notebook, sort_keys=True)


def _contents(paths: Iterable[tuple[Path, Path]]) -> list[tuple[str, str]]:
    """Of each file of ours and its place: the place, and a digest of all that is in it."""
    return [(str(place), _content(path)) for path, place in paths]


def _content(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@cache
def _engine() -> str:
    """The code that an outcome follows from.

    Without the generic drives: each is the business of the exercises that it drives.
    """
    return _code(ENGINE, but=[f"drives/{name}.py" for name in drives.GENERIC])


@cache
def _pages() -> str:
    """The code that makes pages."""
    return _code(PAGES)


@cache
def _shown() -> str:
    """The code that says how results are told."""
    return _code(SHOWN)


def _code(rooms: Iterable[str], but: Collection[str] = ()) -> str:
    """This package's own files, which change more often than its version where it is a checkout."""
    package = Path(autograder.__file__).parent
    paths = [path for room in rooms for path in visible(package / room) if path.is_file()]
    places = sorted({path.relative_to(package).as_posix() for path in paths} - {*but})
    return _digest(_contents((package / place, Path(place)) for place in places))


@cache
def _installed() -> list[str]:
    """All packages here with their versions, as folders are named: students may import any."""
    return sorted(path.name for entry in sys.path for path in Path(entry).glob("*.dist-info"))
