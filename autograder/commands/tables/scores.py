"""The table that `autograder grade` ends with: student, score, first finding."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from autograder.report.sentences import MARKS, message, number
from autograder.results.kinds import Verdict
from autograder.results.result import SubmissionResult
from autograder.words.printable import printable
from autograder.words.said import said

_STYLES = {Verdict.PASSED: "green", Verdict.FAILED: "red", Verdict.BROKEN: "yellow"}


def show(assignment: str, results: Sequence[SubmissionResult]) -> None:
    """Prints the table."""
    Console(markup=False, emoji=False).print(table(assignment, results))


def table(assignment: str, results: Sequence[SubmissionResult]) -> Table:
    """A row for each submission; student-made text is shown as text, never as markup."""
    laid = Table(title=assignment, title_justify="left", title_style="bold", box=None)
    laid.add_column("")
    laid.add_column(said("student"), no_wrap=True)
    laid.add_column(said("score"), justify="right", no_wrap=True)
    laid.add_column(said("first finding"), ratio=1)
    for result in results:
        style = _STYLES.get(result.verdict, "")
        laid.add_row(
            Text(MARKS[result.verdict], style=style),
            Text(printable(result.student)),
            Text(_score(result)),
            Text(printable("\n".join(filter(None, [_finding(result), *_notes(result)])), "\n")),
        )
    return laid


def _score(result: SubmissionResult) -> str:
    earned = "–" if result.score is None else number(result.score)
    return f"{earned} / {number(result.points)}"


def _notes(result: SubmissionResult) -> list[str]:
    return [
        f"{exercise.name} · {message(note)}"
        for exercise in result.exercises
        for note in exercise.notes
    ]


def _finding(result: SubmissionResult) -> str:
    for exercise in result.exercises:
        if exercise.verdict is not Verdict.PASSED and exercise.findings:
            return f"{exercise.name} · {message(exercise.findings[0])}"
    return message(result.findings[0]) if result.findings else ""
