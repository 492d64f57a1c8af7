"""The package's modules, their rooms, and what each imports, as the text of the files says."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

import autograder

PACKAGE = Path(autograder.__file__).parent


def _name(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {_name(path): path for path in sorted(PACKAGE.rglob("*.py"))}


def room(module: str) -> str:
    """The room in which a module lies; "" for what stands above all rooms.

    Which folder of `sealed` a module lies in says on which side of the seal it runs, so that each
    of them is a room.

    >>> room("autograder.judging.measures.dropout"), room("autograder.sealed.inside.child")
    ('judging', 'sealed.inside')
    >>> room("autograder.errors")
    ''
    """
    _, *parts = module.split(".")
    deep = 2 if parts[:1] == ["sealed"] else 1
    name = ".".join(parts[:deep])
    return name if (PACKAGE / Path(*parts[:deep])).is_dir() else ""


def imported(text: str, *, types: bool = False) -> set[str]:
    """The dotted names that a module's text imports, at the top or later.

    Args:
        text: of the module.
        types: whether those count, too, that are imported for annotations alone.
    """
    return set(_imported(ast.parse(text).body, types))


def _imported(nodes: Iterable[ast.AST], types: bool) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield str(node.module)
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING" and not types:
            yield from _imported(node.orelse, types)
        else:
            yield from _imported(ast.iter_child_nodes(node), types)


def reached(start: str) -> set[str]:
    """The modules of the package that are loaded, now or later, where `start` is imported."""
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        name = waiting.pop()
        if name in MODULES and name not in seen:
            seen.add(name)
            waiting += [name.rpartition(".")[0], *imported(MODULES[name].read_text("utf-8"))]
    return seen


def arrows() -> set[tuple[str, str]]:
    """Which room imports which other one, if only for annotations."""
    found = set()
    for name, path in MODULES.items():
        for target in imported(path.read_text("utf-8"), types=True) & MODULES.keys():
            found.add((room(name), room(target)))
    return {(a, b) for a, b in found if a and b and a != b}
