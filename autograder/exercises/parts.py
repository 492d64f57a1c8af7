"""What an object of an author's is made of, as text that is the same wherever it is loaded.

Code of the assignment's own, and of the drives, goes in as its syntax tree, and with it what it
refers to: globals that it names, closures, defaults, bases. What other packages define goes in by
its name, for their versions stand for it. Floats have nine digits, since the last ones of what was
computed at import differ from processor to processor. No address, path, line or order of a set
goes in.
"""

from __future__ import annotations

import ast
import importlib
import re
from collections.abc import Callable, Mapping
from enum import Enum
from fractions import Fraction
from functools import cached_property, partial
from pathlib import PurePath
from types import BuiltinFunctionType, CodeType, FunctionType, MethodType, ModuleType
from typing import Any, TypeAlias

import numpy as np
import torch
from torch import Tensor

from autograder.exercises import syntax

_OWN = re.compile(r"(assignment_[0-9a-f]{8}_[^.]*|autograder\.drives)(\.|$)")
"""Modules whose code is looked into: those of an assignment, as `course` names them, and drives."""

_FOLDER = re.compile(r"\bassignment_[0-9a-f]{8}_")
_ADDRESS = re.compile(r"\bat 0x[0-9A-Fa-f]+")
_AS_IT_IS = (int, bytes, complex, Fraction, range, re.Pattern, torch.dtype, torch.device, np.dtype)
_WRAPPERS = (FunctionType, staticmethod, classmethod, property, cached_property, partial)

_Describe: TypeAlias = Callable[[Any], str]


class Parts:
    """Tells what objects are made of; what comes again is told by its number."""

    def __init__(self) -> None:
        self._numbers: dict[int, tuple[int, object]] = {}
        self._around: list[int] = []
        self._kinds: tuple[tuple[Any, _Describe], ...] = (
            (FunctionType, self._function),
            (type, self._class),
            (ModuleType, self._module),
            (Enum, lambda e: self._all(type(e), e.name, e.value)),
            (partial, lambda p: self._all("partial", p.func, p.args, p.keywords)),
            (property, lambda p: self._all("property", p.fget, p.fset, p.fdel)),
            (cached_property, lambda p: self._all("cached", p.func)),
            (staticmethod | classmethod, lambda m: self._all(type(m), m.__func__)),
            (MethodType, lambda m: self._all("bound", m.__func__, m.__self__)),
            (BuiltinFunctionType, _name),
            (Tensor, self._tensor),
            (np.ndarray, self._array),
        )

    def of(self, obj: object) -> str:
        """What `obj` is made of."""
        plain = _plain(obj)
        if plain is not None:
            return plain
        if isinstance(obj, list | tuple | set | frozenset | Mapping):
            return self._container(obj)
        if id(obj) in self._numbers:
            return f"#{self._numbers[id(obj)][0]}"
        self._numbers[id(obj)] = (len(self._numbers), obj)  # held, so that no other has its id
        known = (describe for kind, describe in self._kinds if isinstance(obj, kind))
        return next(known, self._instance)(obj)

    def _all(self, *parts: object) -> str:
        return f"({' '.join(map(self.of, parts))})"

    def _container(self, obj: Any) -> str:
        """Not by number: which equal constants are one object is Python's to choose."""
        if id(obj) in self._around:
            return f"^{len(self._around) - self._around.index(id(obj))}"
        self._around.append(id(obj))
        if isinstance(obj, Mapping):
            entries = [f"{self.of(key)}: {self.of(value)}" for key, value in obj.items()]
        elif isinstance(obj, set | frozenset):
            entries = sorted(Parts().of(entry) for entry in obj)
        else:
            entries = [self.of(entry) for entry in obj]
        self._around.pop()
        return f"{type(obj).__name__}[{', '.join(entries)}]"

    def _function(self, function: FunctionType) -> str:
        around = function.__globals__
        closure = syntax.closure(function)
        if not is_own(around.get("__name__", "")):
            return self._all(_name(function), closure) if closure else _name(function)
        code = function.__code__
        node = syntax.definition(code)
        modules = syntax.imports(node, around.get("__package__") or "") if node else []
        return self._all(
            ast.dump(node) if node else self._code(code),
            *(function.__defaults__, function.__kwdefaults__, closure),
            [(name, around[name]) for name in sorted(syntax.named(code) & around.keys())],
            [importlib.import_module(name) for name in modules if is_own(name)],
        )

    def _code(self, code: CodeType) -> str:
        """Of what Python wrote itself, such as a dataclass's methods: no file holds it."""
        consts = [self._code(c) if isinstance(c, CodeType) else c for c in code.co_consts]
        return self._all(code.co_code, code.co_names, code.co_varnames, consts)

    def _class(self, made: type) -> str:
        if not is_own(made.__module__):
            return _name(made)
        held = [
            (name, value)
            for name, value in sorted(vars(made).items())
            if isinstance(value, _WRAPPERS) or not name.startswith("__")
        ]
        return self._all("class", made.__name__, type(made), made.__bases__, held)

    def _module(self, module: ModuleType) -> str:
        if not is_own(module.__name__):
            return module.__name__
        held = [pair for pair in sorted(vars(module).items()) if not pair[0].startswith("__")]
        return self._all("module", held)

    def _tensor(self, tensor: Tensor) -> str:
        told = f"{tensor.dtype} {tuple(tensor.shape)}"
        if not tensor.is_floating_point():
            return self._all(told, tensor.tolist())
        wide = tensor.detach().double()
        largest = float(torch.nan_to_num(wide, 0.0, 0.0, 0.0).abs().max()) if wide.numel() else 0.0
        parts = (wide / (largest or 1.0) * 1e9).round() + 0.0  # -0.0 becomes 0.0
        return self._all(told, largest, parts.tolist())

    def _array(self, array: Any) -> str:
        if array.dtype.kind == "f":
            return self._all(array.dtype, torch.from_numpy(array.astype(np.float64)))
        return self._all(array.dtype, array.tolist())

    def _instance(self, obj: object) -> str:
        if hasattr(obj, "__wrapped__"):  # a cache around a function
            return self._all(type(obj), obj.__wrapped__)
        slots = [name for base in type(obj).__mro__ for name in vars(base).get("__slots__", ())]
        state = {name: getattr(obj, name) for name in slots if hasattr(obj, name)}
        state |= getattr(obj, "__dict__", {})
        if state or is_own(type(obj).__module__):
            return self._all("instance", type(obj), sorted(state.items()))
        told = repr(obj)
        return _name(obj) if _ADDRESS.search(told) else told


def is_own(module: str | None) -> bool:
    """Whether code of this module is looked into.

    >>> [is_own(name) for name in ("assignment_0123abcd_hw.cases", "autograder.drive", None)]
    [True, False, False]
    """
    return bool(_OWN.match(module or ""))


def _plain(obj: object) -> str | None:
    if obj is None or obj is ... or obj is NotImplemented:
        return repr(obj)
    if isinstance(obj, Enum):
        return None
    if isinstance(obj, float):
        return f"float {obj:.9g}"
    if isinstance(obj, str):
        return repr(_FOLDER.sub("assignment_", obj))
    if isinstance(obj, PurePath):
        return f"path {obj.name if obj.is_absolute() else obj.as_posix()!r}"
    return f"{type(obj).__name__} {obj!r}" if isinstance(obj, _AS_IT_IS) else None


def _name(obj: Any) -> str:
    """The qualified name of an object, or of its class."""
    named = obj if hasattr(obj, "__qualname__") else type(obj)
    owner = getattr(named, "__objclass__", None) or getattr(named, "__self__", None)
    module = getattr(named, "__module__", None) or getattr(owner, "__name__", "")
    return _FOLDER.sub("assignment_", f"{module}:{named.__qualname__}")
