"""What a seal is: a way to start processes for students' code, under the walls of one tier."""

from __future__ import annotations

import socket
from abc import ABC, abstractmethod
from enum import StrEnum
from pathlib import Path

from autograder.running.limits import Limits


class Tier(StrEnum):
    """How much a seal holds, best first."""

    FULL = "full"
    """Namespaces, a view of its own, Landlock, seccomp, limits."""
    GPU = "gpu"
    """As full, but a GPU's driver is open to the code; other processes are seen, not spoken to."""
    NO_NAMESPACES = "no namespaces"
    """Landlock, seccomp, limits; nothing may be written."""
    PLAIN = "plain child"
    """Limits, and nothing that keeps the code in."""


class Child(ABC):
    """A process that a seal has started.

    Attributes:
        pid: its number, as this process sees it.
        folder: the working folder, as the child sees it.
    """

    pid: int
    folder: Path

    @abstractmethod
    def ended_alone(self) -> bool:
        """Whether it ends by itself within a moment."""

    @abstractmethod
    def close(self) -> int | None:
        """Ends it with all that it has started, and removes its folder.

        Returns:
            Its exit status, negative for the signal that has ended it; None where a fault of the
            grader keeps that from being known.
        """


class Seal(ABC):
    """A way to start sealed processes."""

    tier: Tier

    @abstractmethod
    def spawn(self, files: Path | None, limits: Limits, child_end: socket.socket) -> Child:
        """Starts a process that serves on the socket `child_end`, and is shut in by then.

        Args:
            files: the folder whose data files it may read, or None.
            limits: what it may use.
            child_end: its end of the wire; the caller closes its own copy.

        Raises:
            SealError: where none can be started.
        """

    @abstractmethod
    def close(self) -> None:
        """Ends whatever the seal itself keeps running."""
