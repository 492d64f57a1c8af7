"""The few calls to the kernel that Python lacks: each raises OSError where it is refused."""

from __future__ import annotations

import ctypes
import os
from typing import Any

PR_SET_PDEATHSIG = 1
PR_SET_DUMPABLE = 4
PR_SET_SECCOMP = 22
PR_SET_NO_NEW_PRIVS = 38
PR_CAP_AMBIENT = 47

_LIBC = ctypes.CDLL(None, use_errno=True)
_LIBC.syscall.restype = ctypes.c_long
_LIBC.mount.argtypes = [ctypes.c_char_p] * 3 + [ctypes.c_ulong, ctypes.c_char_p]


def prctl(option: int, *arguments: int) -> None:
    """Changes something about this process."""
    padded = [ctypes.c_ulong(value) for value in (*arguments, 0, 0, 0, 0)[:4]]
    _check(_LIBC.prctl(option, *padded), f"prctl {option}")


def syscall(number: int, *arguments: Any) -> int:
    """A system call that the C library has no name for."""
    return _check(_LIBC.syscall(ctypes.c_long(number), *arguments), f"system call {number}")


def unshare(flags: int) -> None:
    """Gives this process, or its next children, namespaces of its own."""
    _check(_LIBC.unshare(flags), f"unshare {flags:#x}")


def setns(descriptor: int, kind: int) -> None:
    """Takes this process, or its next children, back into a namespace."""
    _check(_LIBC.setns(descriptor, kind), f"setns {kind:#x}")


def mount_tmpfs(place: str, options: str) -> None:
    """Mounts an empty file system in memory; nothing on it is a program or a device."""
    nosuid, nodev, noexec = 2, 4, 8
    flags = nosuid | nodev | noexec
    result = _LIBC.mount(b"tmpfs", os.fsencode(place), b"tmpfs", flags, options.encode())
    _check(result, f"mount {place}")


def _check(result: int, call: str) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{call}: {os.strerror(number)}")
    return result
