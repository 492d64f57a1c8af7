"""Results as plain text."""

from __future__ import annotations

from textwrap import indent

from autograder.report.sentences import CaseLine, case_lines, checked_title, graded_title, hints
from autograder.results.kinds import Verdict
from autograder.results.result import ExerciseResult


def checked(result: ExerciseResult) -> str:
    """A self-check, for the notebook's plain form and the terminal."""
    return _laid_out(checked_title(result), result)


def exercise(result: ExerciseResult) -> str:
    """A graded exercise, fit for the student."""
    return _laid_out(graded_title(result), result)


def sentence(result: ExerciseResult) -> str:
    """A result that is not passed, in one sentence."""
    failing = [case.name for case in result.cases if case.verdict is not Verdict.PASSED]
    cause = result.findings[0].message if result.findings else ""
    return f"{result.name}: {len(failing)} of {len(result.cases)} cases fail. {cause}".rstrip()


def notes(result: ExerciseResult) -> list[str]:
    """What is to be known of a result beside how its cases went, each in a sentence."""
    return [f"{result.name}: {note.message}" for note in result.notes]


def _laid_out(title: str, result: ExerciseResult) -> str:
    lines = [title, *(f"  {_line(case)}" for case in case_lines(result))]
    lines += [f"  → {hint}" for hint in hints(result)]
    return "\n".join(lines)


def _line(case: CaseLine) -> str:
    said = f": {case.message}" if case.message else ""
    more = "\n" + indent(case.detail, " " * 6) if case.detail else ""
    return f"{case.mark} {case.name}{said}{more}"
