"""What `autograder verify` shows: the matrix of mistakes and cases, and the gates."""

from __future__ import annotations

from rich.table import Table
from rich.text import Text

from autograder.verify import MistakeRow, Verified


def matrix(verified: Verified) -> Table:
    """A row for each mistake, a column for each case: ✗ where it fails, · where it passes."""
    exercise = verified.exercise
    table = Table(title=exercise.name, title_justify="left", title_style="bold", box=None)
    table.add_column("mistake", no_wrap=True)
    for number, case in enumerate(exercise.cases, start=1):
        table.add_column(f"{number}{'' if case.public else 'h'}", justify="center")
    table.add_column("named", justify="center")
    table.add_column("publicly", justify="center")
    for row in verified.rows:
        table.add_row(*_cells(row))
    return table


def legend(verified: Verified) -> str:
    """Which case each column is; h marks the hidden ones."""
    cases = enumerate(verified.exercise.cases, start=1)
    return ", ".join(f"{i}{'' if case.public else 'h'} {case.name}" for i, case in cases)


def gates(verified: Verified) -> Text:
    """One line for each gate, with what speaks against it."""
    lines = Text()
    for gate in verified.gates:
        mark, style = ("✓", "green") if gate.holds else ("✗", "red")
        lines.append(f"  {mark} ", style).append(f"{gate.name}\n")
        for reason in gate.against:
            lines.append(f"      {reason}\n")
    return lines


def _cells(row: MistakeRow) -> list[str]:
    name = f"{row.mistake.name} (elsewhere)" if row.mistake.valid_elsewhere else row.mistake.name
    marks = ["✗" if failed else "·" for failed in row.failed]
    return [name, *marks, _mark(row.told_apart), _mark(row.told_apart_publicly)]


def _mark(holds: bool) -> str:
    return "✓" if holds else "–"
