"""A use of something that an exercise forbids, as it is found and reported."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Use:
    """One use of something forbidden.

    Args:
        name: what is used, written out: "torch.optim.Adam".
        where: "adam, line 4", or that it was seen as the code ran.
    """

    name: str
    where: str
