"""Forbidden uses of a library by a student's object: found in the source, or seen as it ran.

Only what a student's object reaches counts: neither an import that nothing uses, nor a cell that
compares with the library. A name that is computed is not found in the source; `watch` sees the
call.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Sequence
from functools import cached_property

from autograder.data.use import Use
from autograder.library_use.names import LONGEST, dotted, is_below
from autograder.library_use.statements import Program, Statement
from autograder.running.cell import Cell

_LONGEST_CODE = 100_000
"""Characters of code that are looked at: parsing takes time, and nobody writes more."""


class Code:
    """The code of a submission.

    Args:
        cells: all that run, in order.

    >>> adam = "import torch as t\\nclass Adam:\\n    inner = getattr(t, 'optim').Adam"
    >>> Code([Cell(0, "adam", adam)]).uses("Adam", ["torch.optim"])
    [Use(name='torch.optim.Adam', cell='adam', line=3)]
    """

    def __init__(self, cells: Sequence[Cell]) -> None:
        self._cells = cells if sum(len(cell.source) for cell in cells) <= _LONGEST_CODE else ()

    @cached_property
    def _program(self) -> Program:
        return Program(self._cells)

    def uses(self, root: str, forbidden: Collection[str]) -> list[Use]:
        """What the object called `root`, and all that it reaches, uses of what is forbidden.

        Args:
            root: what the student defines.
            forbidden: dotted names; what lies below one is forbidden too.

        Returns:
            Each name once, at its first place.
        """
        if not any(map(self._mentions, forbidden)):
            return []
        reached = [*self._program.reached(root)]
        occurrences = {one for statement in reached for one in _occurrences(statement, forbidden)}
        meaning = self._program.meanings.get(root, "")
        if is_below(meaning, forbidden):  # the library's own, under another name
            occurrences.add((reached[-1].number, reached[-1].node.lineno, meaning))
        outer = {name.rpartition(".")[0] for _, _, name in occurrences}
        cells = {statement.number: statement.cell for statement in reached}
        places: dict[str, tuple[str, int]] = {}
        for number, line, name in sorted(occurrences):
            if name not in outer:
                places.setdefault(name, (cells[number], line))
        return [Use(name, *place) for name, place in places.items()]

    def _mentions(self, name: str) -> bool:
        """Whether the last word of a dotted name is there: most code need not be parsed."""
        word = re.compile(rf"\b{re.escape(name.rpartition('.')[2])}\b")
        return any(word.search(cell.source) for cell in self._cells)


def _occurrences(statement: Statement, forbidden: Collection[str]) -> set[tuple[int, int, str]]:
    """The forbidden names in a statement: its number, the line, and the name."""
    occurrences = set()
    for part in ast.walk(statement.node):
        name = dotted(part, statement.names)
        if is_below(name, forbidden):
            occurrences.add((statement.number, getattr(part, "lineno", 1), name[:LONGEST]))
    return occurrences


def recorded(names: Collection[str], forbidden: Collection[str]) -> list[Use]:
    """The uses that a sealed process has told of; it is the student's, and may tell anything.

    >>> recorded({"torch.optim.SGD", "of.no.interest"}, ["torch.optim"])
    [Use(name='torch.optim.SGD', cell='', line=0)]
    """
    return [Use(name) for name in sorted(names) if is_below(name, forbidden)]
