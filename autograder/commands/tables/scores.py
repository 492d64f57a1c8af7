"""The table that `autograder grade` ends with: student, score, first finding."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from autograder.report.sentences import MARKS, number
from autograder.results.kinds import Verdict
from autograder.results.result import SubmissionResult

_STYLES = {Verdict.PASSED: "green", Verdict.FAILED: "red", Verdict.BROKEN: "yellow"}


def show(assignment: str, results: Sequence[SubmissionResult]) -> None:
    """Prints the table."""
    Console().print(table(assignment, results))


def table(assignment: str, results: Sequence[SubmissionResult]) -> Table:
    """A row for each submission; student-made text is shown as text, never as markup."""
    laid = Table(title=assignment, title_justify="left", title_style="bold", box=None)
    laid.add_column("")
    laid.add_column("student", no_wrap=True)
    laid.add_column("score", justify="right", no_wrap=True)
    laid.add_column("first finding", ratio=1)
    for result in results:
        style = _STYLES.get(result.verdict, "")
        laid.add_row(
            Text(MARKS[result.verdict], style=style),
            Text(result.student),
            Text(_score(result)),
            Text("\n".join(filter(None, [_finding(result), *_notes(result)]))),
        )
    return laid


def _score(result: SubmissionResult) -> str:
    earned = "–" if result.score is None else number(result.score)
    return f"{earned} / {number(result.points)}"


def _notes(result: SubmissionResult) -> list[str]:
    return [
        f"{exercise.name} · {note.message}"
        for exercise in result.exercises
        for note in exercise.notes
    ]


def _finding(result: SubmissionResult) -> str:
    for exercise in result.exercises:
        if exercise.verdict is not Verdict.PASSED and exercise.findings:
            return f"{exercise.name} · {exercise.findings[0].message}"
    return result.findings[0].message if result.findings else ""
