"""Autograded notebooks for learning how deep networks are trained.

Students use `check`; authors use `Exercise`, `Case`, `mistake` and `Drive`. Names are imported when
they are first used, so that `autograder --help` waits for nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from autograder.checking.check import check
    from autograder.data.inputs import Inputs
    from autograder.data.outcomes import Outputs
    from autograder.drives.drive import Drive
    from autograder.exercises.exercise import Case, Exercise, Mistake
    from autograder.exercises.mistakes import mistake, mistakes_in
    from autograder.judging.policy import Policy
    from autograder.running.limits import Limits

_HOMES = {
    "Case": "exercises.exercise",
    "Drive": "drives.drive",
    "Exercise": "exercises.exercise",
    "Inputs": "data.inputs",
    "Limits": "running.limits",
    "Mistake": "exercises.exercise",
    "Outputs": "data.outcomes",
    "Policy": "judging.policy",
    "check": "checking.check",
    "mistake": "exercises.mistakes",
    "mistakes_in": "exercises.mistakes",
}

__all__ = [
    "Case",
    "Drive",
    "Exercise",
    "Inputs",
    "Limits",
    "Mistake",
    "Outputs",
    "Policy",
    "check",
    "mistake",
    "mistakes_in",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return __all__
