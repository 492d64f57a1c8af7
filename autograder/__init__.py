"""Autograded notebooks for learning how deep networks are trained.

Students use `check`; authors use `Exercise`, `Case`, `Mistake` and `Drive`. Names are imported when
they are first used, so that `autograder --help` waits for nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from autograder.drive import Drive, Inputs, Outputs
    from autograder.exercise import Case, Exercise, Mistake
    from autograder.policy import Policy
    from autograder.sealed.limits import Limits
    from autograder.selfcheck import check

_HOMES = {
    "Case": "exercise",
    "Drive": "drive",
    "Exercise": "exercise",
    "Inputs": "drive",
    "Limits": "sealed.limits",
    "Mistake": "exercise",
    "Outputs": "drive",
    "Policy": "policy",
    "check": "selfcheck",
}

__all__ = ["Case", "Drive", "Exercise", "Inputs", "Limits", "Mistake", "Outputs", "Policy", "check"]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return __all__
