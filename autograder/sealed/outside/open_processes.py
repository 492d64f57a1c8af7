"""The sealed processes that are open, for whoever may have to end all of them at once."""

from __future__ import annotations

import threading
from typing import Protocol


class Interruptible(Protocol):
    """What may wait for an answer in another thread."""

    def interrupt(self) -> None:
        """Ends the waiting."""


class OpenProcesses:
    """The sealed processes of one run of many submissions, from any thread.

    Example:
        >>> class Waiting:
        ...     def interrupt(self):
        ...         print("interrupted")
        >>> opened = OpenProcesses()
        >>> opened.add(Waiting())
        >>> opened.interrupt()
        interrupted
    """

    def __init__(self) -> None:
        self._open: set[Interruptible] = set()
        self._lock = threading.Lock()

    def add(self, process: Interruptible) -> None:
        """Notes a process that has been started."""
        with self._lock:
            self._open.add(process)

    def discard(self, process: Interruptible) -> None:
        """Forgets a process that has ended."""
        with self._lock:
            self._open.discard(process)

    def interrupt(self) -> None:
        """Ends all that is being asked now: a SealError there, and no finding."""
        with self._lock:
            for process in self._open:
                process.interrupt()
