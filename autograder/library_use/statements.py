"""A submission's cells as parsed statements, and those that a student's object depends on.

Python's own parser reads the cells; none of their code is run.
"""

from __future__ import annotations

import ast
import threading
import warnings
from collections import ChainMap
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from autograder.library_use.names import DEFINITIONS, Meanings, follow, stored
from autograder.running.cell import Cell

_REPLACING = (*DEFINITIONS, ast.Import, ast.ImportFrom, ast.Assign, ast.AnnAssign)
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, *_COMPREHENSIONS)
_FILTERS = threading.Lock()


@dataclass(frozen=True)
class Statement:
    """A statement at the top of a cell.

    Args:
        number: its place among all.
        cell: the name of its cell.
        node: what it says.
        names: what the names in it stand for.
    """

    number: int
    cell: str
    node: ast.stmt
    names: Meanings


class Program:
    """All statements of a submission.

    Args:
        cells: those that run, in order; one that is no Python has no statement.
    """

    def __init__(self, cells: Sequence[Cell]) -> None:
        self._statements = [(cell.name, node) for cell in cells for node in _parsed(cell.source)]
        self.meanings: dict[str, str] = {}
        self._binding: dict[str, list[int]] = {}
        self._reads: list[set[str]] = []
        for number, (_, node) in enumerate(self._statements):
            self._note(number, node)

    def _note(self, number: int, node: ast.stmt) -> None:
        reads = _read(node)
        self._reads.append(reads)
        if isinstance(node, DEFINITIONS):
            self.meanings[node.name] = ""
            binds = {node.name}
        else:
            follow(node, self.meanings)
            binds = {*stored(node), *_changed(node)}
        for name in binds:
            if isinstance(node, _REPLACING) and name not in reads:
                self._binding[name] = []
            self._binding.setdefault(name, []).append(number)

    def reached(self, root: str) -> Iterator[Statement]:
        """The statements that define `root`, those that define what they read, and so on.

        >>> cells = [Cell(0, "one", "def g(): ...\\nimport os"), Cell(1, "two", "def f(): g()")]
        >>> [ast.unparse(statement.node) for statement in Program(cells).reached("f")]
        ['def g():\\n    ...', 'def f():\\n    g()']
        """
        numbers: set[int] = set()
        seen, to_visit = {root}, [root]
        while to_visit:
            for number in self._binding.get(to_visit.pop(), ()):
                numbers.add(number)
                to_visit += self._reads[number] - seen
                seen |= self._reads[number]
        for number in sorted(numbers):
            cell, node = self._statements[number]
            names = ChainMap[str, str]({}, self.meanings)
            follow(node, names)
            yield Statement(number, cell, node, names)


def _parsed(source: str) -> list[ast.stmt]:
    """The statements of a cell, without IPython's own lines where it has any.

    IPython's transformer takes a time that grows with the square of their number.
    """
    # The parser warns of strange escapes; the filters of warnings belong to all threads.
    with _FILTERS, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for text in (source, "\n".join(map(_without_magic, source.split("\n")))):
            with suppress(SyntaxError, ValueError, RecursionError, MemoryError):
                return ast.parse(text).body
    return []


def _without_magic(line: str) -> str:
    words = line.lstrip()
    return line[: len(line) - len(words)] + "pass" if words[:1] in ("%", "!", "?") else line


def _read(node: ast.AST) -> set[str]:
    """The names that `node` reads of the notebook: those that no function in it stores itself."""
    names: set[str] = set()
    to_visit = [node]
    while to_visit:
        part = to_visit.pop()
        if isinstance(part, _SCOPES):
            read = {name.id for name in ast.walk(part) if isinstance(name, ast.Name)}
            names |= read - {*stored(part)}
            continue
        if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Load):
            names.add(part.id)
        to_visit += ast.iter_child_nodes(part)
    return names


def _changed(node: ast.AST) -> Iterator[str]:
    """The names of which an attribute or an entry is stored in `node`."""
    for part in ast.walk(node):
        if isinstance(part, ast.Attribute | ast.Subscript) and isinstance(part.ctx, ast.Store):
            base: ast.expr = part
            while isinstance(base, ast.Attribute | ast.Subscript):
                base = base.value
            if isinstance(base, ast.Name):
                yield base.id
