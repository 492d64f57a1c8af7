"""What the grader tells the warm process: a plan for all of its children, an order for each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

MESSAGE_BYTES = 1 << 16
"""No plan and no order is longer."""


@dataclass(frozen=True)
class Plan:
    """What holds for every child of one warm process.

    Args:
        namespaces: whether it has namespaces of its own; without them, nothing may be written.
        device: where the code computes, "cpu" or "cuda".
        scratch: where its children's private folders are.
        readable: where Python and its packages lie.
        program: the seccomp filter, in base64.
    """

    namespaces: bool
    device: str
    scratch: str
    readable: tuple[str, ...]
    program: str


@dataclass(frozen=True)
class Order:
    """What holds for one child.

    Args:
        scratch: its private folder, not there yet.
        files_bytes: how much the release's data files take.
        limits: as keyword arguments.
    """

    scratch: str
    files_bytes: int
    limits: Mapping[str, Any]
