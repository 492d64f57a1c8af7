"""Recording the use of what an exercise forbids, without a change in what it does.

Functions and classes are watched before a student's first cell runs, so that a name imported there
is watched as well. All this lies in the student's own process: a use that is recorded speaks
against the student, and that none is recorded proves nothing.
"""

from __future__ import annotations

import functools
import inspect
import pkgutil
import sys
from collections.abc import Callable, Sequence
from types import FrameType, FunctionType, ModuleType
from typing import Any

from autograder.library_use.names import is_below

_METHODS = ("__init__", "__call__", "step")
"""What of a class is its use. A class itself stays what it is, for `isinstance` and subclasses."""


class Watch:
    """Records in `used` the dotted names of what has been used of what is watched."""

    def __init__(self) -> None:
        self.used: set[str] = set()
        self._classes: set[type] = set()

    def install(self, names: Sequence[str]) -> None:
        """Watches what has these dotted names: modules with all they hold, classes, functions.

        Raises:
            ImportError, AttributeError: where there is nothing of a name.
        """
        for name in names:
            target = pkgutil.resolve_name(name)
            if isinstance(target, ModuleType):
                self._watch_modules(name)
            elif isinstance(target, type):
                self._watch_class(target, name, name)
            else:
                owner, _, own_name = name.rpartition(".")
                watched = self._recording(target, name, name)
                setattr(pkgutil.resolve_name(owner), own_name, watched)

    def _watch_modules(self, area: str) -> None:
        # A package comes before its modules, so that a class has its shorter name.
        for path in sorted(path for path in sys.modules if f"{path}.".startswith(f"{area}.")):
            module = sys.modules[path]
            for own_name, value in [*vars(module).items()]:
                name = f"{path}.{own_name}"
                if own_name.startswith("_") or not is_below(_home(value), [area]):
                    continue
                if isinstance(value, type):
                    self._watch_class(value, name, area)
                elif isinstance(value, FunctionType):
                    setattr(module, own_name, self._recording(value, name, area))

    def _watch_class(self, cls: type, name: str, area: str) -> None:
        if cls in self._classes:
            return
        self._classes.add(cls)
        for method in _METHODS:
            function = inspect.getattr_static(cls, method, None)
            if isinstance(function, FunctionType):
                setattr(cls, method, self._recording(function, name, area))

    def _recording(self, function: Callable[..., Any], name: str, area: str) -> Callable[..., Any]:
        @functools.wraps(function)
        def recorded(*args: Any, **kwargs: Any) -> Any:
            if _is_called_from_outside(sys._getframe(1), area):
                self.used.add(name)
            return function(*args, **kwargs)

        return recorded


def _home(value: object) -> str:
    return str(getattr(value, "__module__", ""))


def _is_called_from_outside(caller: FrameType | None, area: str) -> bool:
    """Whether it is not the library that calls: torch.nn.Linear may call torch.nn.init.

    Frames of what is watched lie in between where one of its functions is wrapped in another.
    """
    while caller is not None:
        module = str(caller.f_globals.get("__name__", ""))
        if module == __name__:
            return False  # it is part of a call that was looked at
        if not is_below(module, [area]):
            return module.partition(".")[0] != area.partition(".")[0]
        caller = caller.f_back
    return False
