"""The children of the warm process: forked when asked for, watched, reported, ended."""

from __future__ import annotations

import fcntl
import json
import os
import selectors
import shutil
import signal
import socket
from contextlib import nullcontext, suppress
from dataclasses import dataclass
from typing import NoReturn

from autograder.sealed.inside import child
from autograder.sealed.inside.lock import lock_in
from autograder.sealed.inside.warming import stay_forkable, warm_cells
from autograder.sealed.walls.namespaces import ProcessSpace
from autograder.sealed.wire.orders import MESSAGE_BYTES, Order, Plan

_WIRE = 3
"""The number of a child's end of the wire; but for the standard three, it has no other one."""


@dataclass(frozen=True)
class _Child:
    pid: int
    pidfd: int
    leash: socket.socket
    scratch: str


class Forks:
    """All children of the warm process, and the control socket that orders new ones.

    Args:
        control: where orders come in.
        plan: what holds for every child.
    """

    def __init__(self, control: socket.socket, plan: Plan) -> None:
        self._control, self._plan = control, plan
        own_processes = plan.namespaces and plan.device == "cpu"
        self._space = ProcessSpace() if own_processes else None
        child.hide_checks()
        self._cells = warm_cells(plan.device)
        self._watched = selectors.DefaultSelector()
        self._watched.register(control, selectors.EVENT_READ)

    def serve(self) -> None:
        """Serves until the other end of the control socket is closed."""
        while True:
            # One at a time: what it does may close what the next one would be about.
            key, _ = self._watched.select()[0]
            if key.fileobj is self._control:
                if not self._take_order():
                    return self._end_all()
            elif key.fileobj == key.data.pidfd:
                self._report(key.data)
            else:
                _kill(key.data)
                self._watched.unregister(key.fileobj)

    def _take_order(self) -> bool:
        try:
            text, descriptors, _, _ = socket.recv_fds(self._control, MESSAGE_BYTES, 3)
        except ConnectionError:
            return False
        if not text:
            return False
        wire, leash, files = descriptors
        self._fork(Order(**json.loads(text)), wire, socket.socket(fileno=leash), files)
        return True

    def _fork(self, order: Order, wire: int, leash: socket.socket, files: int) -> None:
        stay_forkable(self._plan.device)
        with self._space.new() if self._space else nullcontext():
            pid = os.fork()
            if pid == 0:
                self._become_child(order, wire, files)
        os.close(wire)
        os.close(files)
        forked = _Child(pid, os.pidfd_open(pid), leash, order.scratch)
        self._watched.register(forked.pidfd, selectors.EVENT_READ, forked)
        self._watched.register(leash, selectors.EVENT_READ, forked)
        with suppress(OSError):  # it may have been let go of already
            socket.send_fds(leash, [b"forked"], [forked.pidfd])

    def _become_child(self, order: Order, wire: int, files: int) -> NoReturn:
        try:
            files = _keep_only(wire, files)
            fault = ""
            try:
                lock_in(self._plan, order, files)
            except Exception as error:
                fault = f"a wall can't be put up: {error}"
            child.serve(socket.socket(fileno=_WIRE), self._cells, fault)
        finally:
            os._exit(1)

    def _report(self, ended: _Child) -> None:
        _, status, usage = os.wait4(ended.pid, 0)
        report = {
            "status": os.waitstatus_to_exitcode(status),
            "cpu_seconds": usage.ru_utime + usage.ru_stime,
        }
        self._watched.unregister(ended.pidfd)
        os.close(ended.pidfd)
        with suppress(KeyError):
            self._watched.unregister(ended.leash)
        if not self._plan.namespaces:
            shutil.rmtree(ended.scratch, ignore_errors=True)
        with suppress(OSError):
            ended.leash.send(json.dumps(report).encode())
        ended.leash.close()

    def _end_all(self) -> None:
        for key in [*self._watched.get_map().values()]:
            if key.data is not None and key.fileobj == key.data.pidfd:
                _kill(key.data)
                self._report(key.data)
        if not self._plan.namespaces:
            shutil.rmtree(self._plan.scratch, ignore_errors=True)


def _kill(forked: _Child) -> None:
    with suppress(ProcessLookupError):
        signal.pidfd_send_signal(forked.pidfd, signal.SIGKILL)


def _keep_only(wire: int, files: int) -> int:
    """Closes all descriptors but the standard three, which go nowhere, and these two."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    # Out of the way first: their own numbers may be among the lowest.
    high = [fcntl.fcntl(descriptor, fcntl.F_DUPFD, 9) for descriptor in (nowhere, wire, files)]
    os.dup2(high[1], _WIRE)
    os.dup2(high[2], _WIRE + 1)
    for standard in range(_WIRE):
        os.dup2(high[0], standard)
    os.closerange(_WIRE + 2, os.sysconf("SC_OPEN_MAX"))
    return _WIRE + 1
