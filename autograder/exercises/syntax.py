"""Code without what it does not do: its syntax tree, without comments, docstrings and places.

Nor with `@mistake`, which says what is wrong with a function and leaves it as it is.
"""

from __future__ import annotations

import ast
import dis
import linecache
from collections.abc import Iterator
from copy import copy
from functools import lru_cache
from importlib.util import resolve_name
from types import CellType, CodeType, FunctionType
from typing import TypeAlias

_LOADS = {"LOAD_GLOBAL", "LOAD_NAME", "LOAD_FROM_DICT_OR_GLOBALS"}

_Place: TypeAlias = tuple[int, int]
"""A line and a column."""


def tree(text: str) -> str:
    """The syntax tree of a module's text.

    >>> tree("x = 1  # one") == tree("x = (1)") != tree("x = 2")
    True
    """
    return ast.dump(_parsed(text))


def definition(code: CodeType) -> ast.AST | None:
    """The `def` or `lambda` that `code` was compiled from; None where no file has it."""
    linecache.checkcache(code.co_filename)
    text = "".join(linecache.getlines(code.co_filename))
    try:
        found = [node for node in ast.walk(_parsed(text)) if _is(node, code)]
    except SyntaxError:
        return None
    # Of lambdas in one line, the innermost that holds all of the code: a walk comes to it last.
    node = next((node for node in reversed(found) if _holds(node, code)), None)
    return _unmarked(node) if isinstance(node, ast.FunctionDef) else node


def named(code: CodeType) -> set[str]:
    """The globals that code names, and what is defined in it; not `__file__` and the like.

    >>> named(compile("print(x); y = __file__", "<example>", "exec")) == {"print", "x"}
    True
    """
    loads = (step.argval for step in dis.get_instructions(code) if step.opname in _LOADS)
    names = {name for name in loads if not name.startswith("__")}
    return names.union(*(named(const) for const in code.co_consts if isinstance(const, CodeType)))


def closure(function: FunctionType) -> list[tuple[str, object]]:
    """What a function holds of those around it, by name."""
    cells = zip(function.__code__.co_freevars, function.__closure__ or (), strict=True)
    return [(name, _held(cell)) for name, cell in cells]


def _held(cell: CellType) -> object:
    try:
        return cell.cell_contents
    except ValueError:
        return "nothing yet"


def imports(node: ast.AST, package: str) -> list[str]:
    """The modules of which a function of `package` imports something when it is called.

    >>> imports(ast.parse("from .helpers import f"), "week1")
    ['week1.helpers']
    """
    return [
        resolve_name("." * found.level + (found.module or ""), package)
        for found in ast.walk(node)
        if isinstance(found, ast.ImportFrom)
    ]


@lru_cache(maxsize=64)
def _parsed(text: str) -> ast.Module:
    module = ast.parse(text)
    for node in ast.walk(module):
        documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
        if isinstance(node, documented) and ast.get_docstring(node, clean=False) is not None:
            del node.body[0]
    return module


def _unmarked(node: ast.FunctionDef) -> ast.FunctionDef:
    """The same without `@mistake`; a copy, since its place is found by its first decorator."""
    kept = [decorator for decorator in node.decorator_list if not _is_mark(decorator)]
    unmarked = copy(node)
    unmarked.decorator_list = kept
    return unmarked


def _is_mark(decorator: ast.expr) -> bool:
    named = decorator.func if isinstance(decorator, ast.Call) else decorator
    return isinstance(named, ast.Name) and named.id == "mistake"


def _is(node: ast.AST, code: CodeType) -> bool:
    if isinstance(node, ast.Lambda):
        return code.co_name == "<lambda>" and node.lineno == code.co_firstlineno
    if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        return False
    first = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
    return (node.name, first) == (code.co_name, code.co_firstlineno)


def _holds(node: ast.AST, code: CodeType) -> bool:
    """Whether a lambda's body holds all places of the code; a `def` has its lines to itself."""
    if not isinstance(node, ast.Lambda):
        return True
    start, end = _extent(node.body)
    return all(start <= place <= end for place in _places(code))


def _places(code: CodeType) -> Iterator[_Place]:
    for line, _, column, last_column in code.co_positions():
        if line is not None and column is not None and column != last_column:
            yield line, column


def _extent(node: ast.expr) -> tuple[_Place, _Place]:
    assert node.end_lineno is not None
    assert node.end_col_offset is not None
    return (node.lineno, node.col_offset), (node.end_lineno, node.end_col_offset)
