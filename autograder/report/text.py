"""Results as plain text, for a notebook's plain form and a terminal.

Whatever moves a cursor or turns the direction of text has gone by then.
"""

from __future__ import annotations

from textwrap import indent

from autograder.report import sentences
from autograder.report.sentences import CaseLine, case_lines, checked_title, graded_title, hints
from autograder.results.result import ExerciseResult
from autograder.words.printable import printable


def checked(result: ExerciseResult) -> str:
    """A self-check, for the notebook's plain form and the terminal."""
    return _laid_out(checked_title(result), result)


def exercise(result: ExerciseResult) -> str:
    """A graded exercise, fit for the student."""
    return _laid_out(graded_title(result), result)


def sentence(result: ExerciseResult) -> str:
    """A result that is not passed, in one line."""
    return _plain(sentences.failing(result))


def notes(result: ExerciseResult) -> list[str]:
    """What is to be known of a result beside how its cases went, a line each."""
    return [_plain(f"{result.name}: {sentences.message(note)}") for note in result.notes]


def _laid_out(title: str, result: ExerciseResult) -> str:
    lines = [title, *(f"  {_line(case)}" for case in case_lines(result))]
    lines += [f"  → {hint}" for hint in hints(result)]
    return _plain("\n".join(lines))


def _line(case: CaseLine) -> str:
    said = f": {case.message}" if case.message else ""
    more = "\n" + indent(case.detail, " " * 6) if case.detail else ""
    return f"{case.mark} {case.name}{said}{more}"


def _plain(text: str) -> str:
    return printable(text, keep="\n\t")
