"""What `autograder verify` shows: the matrix of mistakes and cases, and the gates."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from autograder.verifying.gates import Gate, MistakeRow, Verified
from autograder.words.said import said


def show(
    assignment: str, verified: Sequence[Sequence[Verified]], notebooks: Sequence[Gate]
) -> bool:
    """Prints all that was verified; returns whether every gate holds.

    Args:
        assignment: its name.
        verified: under each key, the exercises; the first key's matrices are shown.
        notebooks: the gates of the whole assignment.
    """
    console = Console(markup=False, emoji=False)
    for exercise in verified[0]:
        console.print(matrix(exercise), legend(exercise), gates(exercise.gates), sep="\n")
    for number, exercises in enumerate(verified[1:], start=1):
        for exercise in exercises:
            failing = [gate for gate in exercise.gates if not gate.holds]
            if failing:
                console.print(
                    said(
                        "{exercise} under another key ({number}):",
                        exercise=exercise.exercise.name,
                        number=number,
                    )
                )
                console.print(gates(failing))
    own = said("{assignment}, its notebooks", assignment=assignment)
    console.print(own, gates(notebooks), sep="\n")
    console.print(totals(assignment, verified))
    every = [gate for exercises in verified for exercise in exercises for gate in exercise.gates]
    return all(gate.holds for gate in (*every, *notebooks))


def totals(assignment: str, verified: Sequence[Sequence[Verified]]) -> str:
    """How many mistakes there are, and how many are named, in one sentence."""
    rows = [row for exercise in verified[0] for row in exercise.rows]
    cases = [case for exercise in verified[0] for case in exercise.exercise.cases]
    public = sum(case.public for case in cases)
    return said(
        "{assignment}: {exercises} exercises, {cases} cases ({public} public), "
        "{mistakes} known mistakes; {apart} told apart, {publicly} by the public cases alone; "
        "{keys} keys.",
        assignment=assignment,
        exercises=len(verified[0]),
        cases=len(cases),
        public=public,
        mistakes=len(rows),
        apart=sum(row.told_apart for row in rows),
        publicly=sum(row.told_apart_publicly for row in rows),
        keys=len(verified),
    )


def matrix(verified: Verified) -> Table:
    """A row for each mistake, a column for each case: ✗ where it fails, · where it passes."""
    exercise = verified.exercise
    table = Table(title=exercise.name, title_justify="left", title_style="bold", box=None)
    table.add_column(said("mistake"), no_wrap=True)
    for number, case in enumerate(exercise.cases, start=1):
        table.add_column(f"{number}{'' if case.public else 'h'}", justify="center")
    table.add_column(said("named"), justify="center")
    table.add_column(said("publicly"), justify="center")
    for row in verified.rows:
        table.add_row(*_cells(row))
    return table


def legend(verified: Verified) -> str:
    """Which case each column is; h marks the hidden ones."""
    cases = enumerate(verified.exercise.cases, start=1)
    return ", ".join(f"{i}{'' if case.public else 'h'} {case.name}" for i, case in cases)


def gates(of: Iterable[Gate]) -> Text:
    """One line for each gate, with what speaks against it."""
    lines = Text()
    for gate in of:
        mark, style = ("✓", "green") if gate.holds else ("✗", "red")
        lines.append(f"  {mark} ", style).append(f"{gate.name}\n")
        for reason in gate.against:
            lines.append(f"      {reason}\n")
    return lines


def _cells(row: MistakeRow) -> list[str]:
    name = (
        said("{mistake} (elsewhere)", mistake=row.mistake.name)
        if row.mistake.valid_elsewhere
        else row.mistake.name
    )
    marks = ["✗" if failed else "·" for failed in row.failed]
    return [name, *marks, _mark(row.told_apart), _mark(row.told_apart_publicly)]


def _mark(holds: bool) -> str:
    return "✓" if holds else "–"
