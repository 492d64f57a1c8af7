"""Where a run diverges from the reference: one entry of both's outputs, step by step.

Only what a student may see is ever put into one: the numbers of a public case.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

LONGEST = 60
"""Steps that are held; of a longer run those around the parting."""

_SEEN = 0.02
"""How far apart two curves are, as a share of their height, where an eye can tell them apart."""

_DIGITS = 4
"""More can't be seen; and students who make the same mistake have the same curves so."""

_LARGEST = 1e30
"""What is larger is as good as infinite, and is too much for a scale."""


@dataclass(frozen=True)
class Divergence:
    """Two curves and where they part.

    Args:
        case: the name of the case, a public one.
        entry: which entry of the outputs, such as "w0[0, 0]".
        axis: what is counted, such as "step".
        at: the step at which they part, counted from 1.
        first: the step at which both curves begin here, counted from 1.
        got: the run's, step by step; None where it is no finite number.
        expected: the reference's, likewise.
    """

    case: str
    entry: str
    axis: str
    at: int
    first: int
    got: tuple[float | None, ...]
    expected: tuple[float | None, ...]


def around(
    case: str, entry: str, axis: str, step: int, got: Sequence[float], expected: Sequence[float]
) -> Divergence | None:
    """The curves `got` and `expected` around `step`, which counts from 0.

    None where there is nothing to see: a single step, a run without a number that can be drawn, or
    curves that lie on one another.

    Example:
        >>> curves = around("short", "w", "step", 1, [0.1, 0.25, float("nan")], [0.1, 0.2, 0.3])
        >>> curves.at, curves.got
        (2, (0.1, 0.25, None))
    """
    first = max(0, min(step - LONGEST // 4, len(got) - LONGEST))
    mine, theirs = (tuple(map(_drawn, curve[first : first + LONGEST])) for curve in (got, expected))
    if len(mine) < 2 or not _part_visibly(mine, theirs):
        return None
    return Divergence(case, entry, axis, step + 1, first + 1, mine, theirs)


def _drawn(value: float) -> float | None:
    return float(f"{value:.{_DIGITS}g}") if abs(value) < _LARGEST else None


def _part_visibly(got: Sequence[float | None], expected: Sequence[float | None]) -> bool:
    pairs = [(a, b) for a, b in zip(got, expected, strict=True) if a is not None and b is not None]
    if not pairs:
        return False
    known = [value for pair in pairs for value in pair]
    height = max(known) - min(known)
    breaks_off = len(pairs) < len(got)
    return breaks_off or any(abs(a - b) > _SEEN * height for a, b in pairs)
