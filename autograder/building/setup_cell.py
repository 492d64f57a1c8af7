"""The setup cell: the author's plain imports, with what is said to a student who lacks one."""

from __future__ import annotations

import ast

_MISSING = """\
except ModuleNotFoundError as missing:
    raise SystemExit(
        f"This notebook needs the package {missing.name!r}. In a terminal, install the .whl file "
        "that your course hands out with `pip install FILE.whl`, then restart the kernel."
    ) from None"""


def guarded(source: str) -> str:
    """A setup cell's imports in a `try` that says how to install what is missing.

    A cell with a `try` of its author's own, one that imports nothing, and one that isn't plain
    Python stay as they are.

    >>> print(guarded("import torch").replace(_MISSING, "except ..."))
    try:
        import torch
    except ...
    """
    try:
        module = ast.parse(source)
    except SyntaxError:  # for a line of IPython's own; the build refuses what nobody can run
        return source
    kinds = {type(statement) for statement in module.body}
    if ast.Try in kinds or not kinds & {ast.Import, ast.ImportFrom}:
        return source
    inside = _inside_texts(module)
    lines = [
        f"    {line}" if line and number not in inside else line
        for number, line in enumerate(source.split("\n"), start=1)
    ]
    return "\n".join(["try:", *lines, _MISSING])


def _inside_texts(module: ast.Module) -> set[int]:
    """The lines that begin in a string: spaces there would be spaces in the text."""
    texts = (node for node in ast.walk(module) if isinstance(node, ast.Constant | ast.JoinedStr))
    return {
        line
        for text in texts
        for line in range(text.lineno + 1, (text.end_lineno or text.lineno) + 1)
    }
