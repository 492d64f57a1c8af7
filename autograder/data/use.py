"""A use of something that an exercise forbids, as it is found and reported."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Use:
    """One use of something forbidden.

    Args:
        name: what is used, written out: "torch.optim.Adam".
        cell: the name of the cell in which it stands; "" where it was seen as the code ran.
        line: the line in the cell, counted from 1.
    """

    name: str
    cell: str = ""
    line: int = 0
