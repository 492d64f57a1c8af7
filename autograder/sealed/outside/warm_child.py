"""A fork of the warm process, from the grader's side."""

from __future__ import annotations

import json
import os
import select
import signal
import socket
from contextlib import suppress
from pathlib import Path

from autograder.running.limits import Limits
from autograder.sealed.outside.seal import Child
from autograder.sealed.wire.orders import MESSAGE_BYTES

_ALONE_MILLISECONDS = 1000
_END_SECONDS = 10


class WarmChild(Child):
    """A fork of the warm process.

    Args:
        leash: letting go of it ends the child; its status comes in here.
        pidfd: names the process as long as this lives, whatever becomes of its number.
        folder: the working folder, as the child sees it.
        limits: what it may use.
    """

    def __init__(self, leash: socket.socket, pidfd: int, folder: Path, limits: Limits) -> None:
        self._leash, self._pidfd, self.folder, self._limits = leash, pidfd, folder, limits
        self.pid = _pid(pidfd)
        self._closed = False
        self._status: int | None = None

    def ended_alone(self) -> bool:
        """Whether it ends within a second."""
        watched = select.poll()
        watched.register(self._pidfd, select.POLLIN)
        return bool(watched.poll(_ALONE_MILLISECONDS))

    def close(self) -> int | None:
        """Ends it; its folder goes with it."""
        if not self._closed:
            self._closed = True
            with suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._pidfd, signal.SIGKILL)
            self._status = self._await_status()
            os.close(self._pidfd)
            self._leash.close()
        return self._status

    def _await_status(self) -> int | None:
        self._leash.settimeout(_END_SECONDS)
        try:
            message = self._leash.recv(MESSAGE_BYTES)
        except OSError:
            message = b""
        if not message:
            return None
        report = json.loads(message)
        # The first process of a namespace does not hear the signal that comes before this one.
        if (
            report["status"] == -signal.SIGKILL
            and report["cpu_seconds"] >= self._limits.cpu_seconds
        ):
            return -signal.SIGXCPU
        return int(report["status"])


def _pid(pidfd: int) -> int:
    """The number of a process of another namespace in this one; -1 where it has ended."""
    for line in Path(f"/proc/self/fdinfo/{pidfd}").read_text().splitlines():
        name, _, value = line.partition(":")
        if name == "Pid":
            return int(value)
    return -1
