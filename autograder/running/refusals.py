"""One-line notices in place of what can't be done while grading: the notebook goes on.

`%pip install`, `!ls` and `input()` stand in many notebooks that are right, and no exercise waits
for what they do.
"""

from __future__ import annotations

import builtins
from collections.abc import Callable
from typing import Any

from IPython.utils.text import SList

from autograder.running.notices import NOT_RUN, noticed

_INSTALLERS = ("pip", "conda", "mamba", "micromamba", "uv")
_SHELLS = ("bash", "sh", "script", "cmd", "perl", "ruby", "pypy", "python", "python2", "python3")


def instead_of_programs(shell: Any) -> None:
    """Lets an IPython shell say so wherever a cell would start a program or ask someone."""
    shell.system = shell.system_piped = shell.system_raw = _system
    shell.getoutput = _getoutput
    for name in _INSTALLERS:
        shell.register_magic_function(_magic(f"%{name}"), "line", name)
    for name in _SHELLS:
        shell.register_magic_function(_magic(f"%%{name}"), "line_cell", name)
    builtins.input = _input


def _say(action: str) -> None:
    lines = action.strip().split("\n")
    print(noticed(NOT_RUN, what=f"{lines[0][:200]}{' ...' if len(lines) > 1 else ''}"))


def _system(command: str) -> None:
    _say(f"!{command}")


def _getoutput(command: str, *_: object, **__: object) -> SList:
    _say(f"!{command}")
    return SList()


def _magic(name: str) -> Callable[..., None]:
    def say(line: str, cell: str = "") -> None:
        _say(f"{name} {line}".strip() + ("\n" + cell if cell else ""))

    return say


def _input(prompt: object = "") -> str:
    _say(f"input({prompt!r})")
    return ""
