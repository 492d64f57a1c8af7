"""What `autograder verify --mutants` shows: how many were made and killed, and which were not."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from autograder.verifying.mutants.examining import Examined
from autograder.verifying.mutants.making import Mutant
from autograder.verifying.mutants.trial import Fate
from autograder.words.said import marked, said

HOW = (marked("wrong"), marked("raised"), marked("hung or crashed"))
"""The ways in which hidden cases kill, as kinds call them."""


def show(assignment: str, examined: Examined) -> bool:
    """Prints all that was found; returns whether it holds."""
    console = Console(markup=False, emoji=False)
    console.print(table(assignment, examined))
    console.print(remarks(assignment, examined), soft_wrap=True)  # to be copied
    return examined.holds


def table(assignment: str, examined: Examined) -> Table:
    """A row for each exercise, and one for all of them."""
    shown = Table(
        title=said("{assignment}: mutants of its solutions", assignment=assignment),
        title_justify="left",
        title_style="bold",
        box=None,
    )
    shown.add_column(said("exercise"), no_wrap=True)
    for name in (said("made"), *map(said, HOW), said("equivalent"), said("survived")):
        shown.add_column(name, justify="right")
    for name in examined.exercises:
        shown.add_row(name, *map(str, _counts(examined, [name])))
    shown.add_row(said("all"), *map(str, _counts(examined, examined.exercises)), style="bold")
    return shown


def remarks(assignment: str, examined: Examined) -> Text:
    """The equivalent ones with their reasons, the survivors, and what is listed wrongly."""
    lines = Text()
    for fate, entry in examined.equivalent:
        lines.append(f"  = {_change(assignment, fate.mutant)}\n      {entry.reason}\n")
    for fate in examined.survivors:
        lines.append("  ✗ ", "red").append(f"{_change(assignment, fate.mutant)}\n")
    for complaint in examined.complaints:
        lines.append("  ✗ ", "red").append(f"{complaint}\n")
    if examined.survivors:
        lines.append(
            said(
                "No hidden case notices the changes marked ✗: write one that does, or, where the "
                "code stays the same function, list them in "
                "solutions/{assignment}/equivalent.toml.\n",
                assignment=assignment,
            )
        )
    return lines


def summary(assignment: str, examined: Examined) -> str:
    """The row of a Markdown table: made, killed, equivalent."""
    counts = (len(examined.fates), len(examined.killed), len(examined.equivalent))
    return f"| `{assignment}` | {' | '.join(map(str, counts))} |"


def _counts(examined: Examined, names: Sequence[str]) -> list[int]:
    fates = [fate for fate in examined.fates if fate.mutant.exercise in names]
    return [
        len(fates),
        *(sum(_killed_by(fate) == how for fate in fates) for how in HOW),
        sum(fate.mutant.exercise in names for fate, _ in examined.equivalent),
        sum(fate.mutant.exercise in names for fate in examined.survivors),
    ]


def _killed_by(fate: Fate) -> str:
    return fate.kind.traits.kills if fate.kind else ""


def _change(assignment: str, mutant: Mutant) -> str:
    place = f"{assignment}/lesson.py:{mutant.line}, {mutant.exercise}"
    return f"{place}\n      - {mutant.before}\n      + {mutant.after}"
