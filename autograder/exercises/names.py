"""Names of exercises and mistakes, made from those of classes and functions."""

from __future__ import annotations

import re

_BEFORE_A_WORD = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


def snake_case(name: str) -> str:
    """A name as a function has it.

    >>> [snake_case(name) for name in ("SGD", "LectureAdam", "min_max", "BatchNorm1d")]
    ['sgd', 'lecture_adam', 'min_max', 'batch_norm1d']
    """
    return _BEFORE_A_WORD.sub("_", name).lower().strip("_")


def with_dashes(name: str) -> str:
    """A name as a mistake has it.

    >>> [with_dashes(name) for name in ("NoBiasCorrection", "OnlyMCorrected", "eps_added")]
    ['no-bias-correction', 'only-m-corrected', 'eps-added']
    """
    return snake_case(name).replace("_", "-")
