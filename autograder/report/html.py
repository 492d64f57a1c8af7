"""Results as HTML: for the notebook's own display, the autograded notebook and the feedback.

Everything is escaped by the template engine, and nothing is taken for mathematics; styles are
inline, since a notebook keeps no sheet.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, StrictUndefined, Template

from autograder.report.curves import picture
from autograder.report.sentences import (
    case_lines,
    checked_title,
    graded_title,
    hints,
    verdict_word,
)
from autograder.results.kinds import Verdict
from autograder.results.result import ExerciseResult
from autograder.words.printable import printable


def checked(result: ExerciseResult) -> str:
    """A self-check."""
    return _rendered(checked_title(result), result)


def exercise(result: ExerciseResult) -> str:
    """A graded exercise, fit for the student."""
    return _rendered(graded_title(result), result)


def _rendered(title: str, result: ExerciseResult) -> str:
    return _template().render(
        title=title,
        verdict=str(result.verdict),
        words={str(verdict): verdict_word(verdict) for verdict in Verdict},
        cases=case_lines(result),
        hints=hints(result),
        picture=result.divergence and picture(result.divergence),
    )


def _shown(value: Any) -> Any:
    """A text without what would turn the direction of the page's text."""
    return printable(value, keep="\n\t") if type(value) is str else value


@cache
def _template() -> Template:
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, finalize=_shown
    )
    text = files("autograder.report").joinpath("exercise.html.j2").read_text(encoding="utf-8")
    return environment.from_string(text)
