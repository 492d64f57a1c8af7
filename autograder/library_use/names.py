"""Finds the dotted name, such as `torch.optim.Adam`, that an expression in a source stands for.

The source is parsed, never run. Names are followed through imports and assignments, and through
`getattr`, `__import__` and `import_module` with a literal.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Collection, Iterator, Mapping, MutableMapping
from typing import TypeAlias

LONGEST = 100
"""Characters of a dotted name that are followed any further."""

_DEEPEST = 20
"""Expressions within one another that are followed."""

DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
Meanings: TypeAlias = Mapping[str, str]
"""The dotted name that each name stands for; "" where it is none."""


def is_below(name: str, tops: Collection[str]) -> bool:
    """Whether `name` is one of these dotted names, or lies below one.

    >>> is_below("torch.optim.Adam", ["torch.optim"]), is_below("torch.optimize", ["torch.optim"])
    (True, False)
    """
    return any(name == top or name.startswith(f"{top}.") for top in tops)


def stored(node: ast.AST) -> Iterator[str]:
    """The names that get a meaning in `node`, in whatever scope."""
    for part in ast.walk(node):
        if isinstance(part, DEFINITIONS):
            yield part.name
        elif isinstance(part, ast.arg):
            yield part.arg
        elif isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store):
            yield part.id
        elif isinstance(part, ast.Import | ast.ImportFrom):
            yield from (name for name, _ in _imported(part))


def follow(node: ast.AST, names: MutableMapping[str, str]) -> None:
    """Notes in `names` what each name that is stored in `node` stands for from then on.

    >>> names = {"optim": "torch.optim"}
    >>> follow(ast.parse("import numpy as np; random = np.random; optim = 3"), names)
    >>> names
    {'optim': '', 'np': 'numpy', 'random': 'numpy.random'}
    """
    names.update(dict.fromkeys(stored(node), ""))
    for part in ast.walk(node):
        if isinstance(part, ast.Import | ast.ImportFrom):
            names.update(_imported(part))
        elif isinstance(part, ast.Assign | ast.AnnAssign | ast.NamedExpr) and part.value:
            targets = part.targets if isinstance(part, ast.Assign) else [part.target]
            name = dotted(part.value, names)
            names.update((t.id, name) for t in targets if isinstance(t, ast.Name) and name)


def dotted(node: ast.AST, names: Meanings, deepest: int = _DEEPEST) -> str:
    """The dotted name that `node` stands for, or "".

    >>> def name(text): return dotted(ast.parse(text, mode="eval").body, {"t": "torch"})
    >>> name("t.optim.Adam"), name("getattr(t, 'optim').Adam"), name("t.zeros(3).T"), name("x.y")
    ('torch.optim.Adam', 'torch.optim.Adam', '', '')
    """
    if isinstance(node, ast.Name):
        return names.get(node.id, "")
    if deepest and isinstance(node, ast.Attribute):
        return _joined(dotted(node.value, names, deepest - 1), node.attr)
    if deepest and isinstance(node, ast.Call) and node.args:
        return _called(node, names, deepest - 1)
    return ""


def _joined(base: str, name: str) -> str:
    return f"{base}.{name}" if base and len(base) <= LONGEST else ""


def _called(node: ast.Call, names: Meanings, deepest: int) -> str:
    function = dotted(node.func, names, deepest)
    if not function and isinstance(node.func, ast.Name):
        function = node.func.id
    match function, node.args:
        case "getattr", [base, ast.Constant(value=str(name)), *_]:
            return _joined(dotted(base, names, deepest), name)
        case "importlib.import_module", [ast.Constant(value=str(name)), *_]:
            return name
        case "__import__", [ast.Constant(value=str(name)), *_]:
            return name.partition(".")[0]
    return ""


def _imported(node: ast.Import | ast.ImportFrom) -> Iterator[tuple[str, str]]:
    for alias in node.names:
        if isinstance(node, ast.Import):
            top = alias.name.partition(".")[0]
            yield (alias.asname, alias.name) if alias.asname else (top, top)
        elif alias.name != "*":
            yield alias.asname or alias.name, f"{node.module}.{alias.name}"
        elif node.module in sys.modules:
            public = [name for name in vars(sys.modules[node.module]) if not name.startswith("_")]
            yield from ((name, f"{node.module}.{name}") for name in public)
