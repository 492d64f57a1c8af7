"""Namespaces: a process sees its own processes, network, mounts and shared memory, and no others.

The warm process is the owner of a user namespace, and so may make the others for each child. A
child's process namespace is made *before* it is forked, and the warm process is taken back to its
own afterwards: a second fork inside would cost as much as all else together.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from autograder.sealed.walls import syscalls

_MOUNTS = 0x00020000
_NAMES = 0x04000000
_IPC = 0x08000000
_USERS = 0x10000000
_PROCESSES = 0x20000000
_NETWORK = 0x40000000

_NOBODY = 65534


def enter() -> None:
    """Makes this process the first of a process namespace, as an unprivileged user.

    It is forked for that; the process that was there waits, and ends as this one does.
    """
    _own(_USERS | _PROCESSES | _MOUNTS)
    first = os.fork()
    if first:
        _, status = os.waitpid(first, 0)
        os._exit(abs(os.waitstatus_to_exitcode(status)))
    syscalls.prctl(syscalls.PR_SET_PDEATHSIG, signal.SIGKILL)


def enter_among_others() -> None:
    """Makes this process an unprivileged user with mounts of its own, and with the same number."""
    _own(_USERS | _MOUNTS)
    syscalls.prctl(syscalls.PR_SET_PDEATHSIG, signal.SIGKILL)


def _own(kinds: int) -> None:
    if os.getuid() == 0:
        _become_nobody()
    uid, gid = os.getuid(), os.getgid()
    syscalls.unshare(kinds)
    Path("/proc/self/setgroups").write_text("deny")
    Path("/proc/self/uid_map").write_text(f"{uid} {uid} 1")
    Path("/proc/self/gid_map").write_text(f"{gid} {gid} 1")


def _become_nobody() -> None:
    os.setgroups([])
    os.setresgid(_NOBODY, _NOBODY, _NOBODY)
    os.setresuid(_NOBODY, _NOBODY, _NOBODY)
    # Else /proc/self would still be root's.
    syscalls.prctl(syscalls.PR_SET_DUMPABLE, 1)


class ProcessSpace:
    """This process's own process namespace, and a new one for each child that is forked."""

    def __init__(self) -> None:
        self._own = os.open("/proc/self/ns/pid", os.O_RDONLY | os.O_CLOEXEC)
        # Nobody below has to see any process, not even in a folder that is not its own.
        syscalls.mount_tmpfs("/proc", "size=0,mode=555")

    @contextmanager
    def new(self) -> Iterator[None]:
        """What is forked in here is the first process of a namespace of its own."""
        syscalls.unshare(_PROCESSES)
        yield
        syscalls.setns(self._own, _PROCESSES)


def cut_off() -> None:
    """Gives this process a network, mounts and shared memory of its own."""
    syscalls.unshare(_MOUNTS | _NETWORK | _IPC | _NAMES)


def mount_private(folder: Path, size: int) -> None:
    """Covers `folder` with an empty one in memory, for this process and its children alone."""
    # A file takes memory beside what is in it.
    files = 16 + size // 4096
    syscalls.mount_tmpfs(str(folder), f"size={size},nr_inodes={files},mode=700")


def disown() -> None:
    """Takes all rights over the namespaces away: in a user namespace of its own it owns none.

    Its threads are counted by themselves from here on.
    """
    syscalls.unshare(_USERS)
