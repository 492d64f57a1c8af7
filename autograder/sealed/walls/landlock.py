"""Landlock: which files may be read or written; no TCP; no signals or sockets to the outside.

See https://docs.kernel.org/userspace-api/landlock.html. Rights that the kernel is too old for are
left out, so the version that it speaks is part of what is reported.
"""

from __future__ import annotations

import ctypes
import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from autograder.sealed.walls import syscalls

# These numbers are the same on every architecture.
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_ASK_VERSION = 1
_PATH_BENEATH = 1

_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_DIR = 1, 2, 4, 8
_FIRST_RIGHTS = (1 << 13) - 1
_REFER, _TRUNCATE, _IOCTL_DEV = 1 << 13, 1 << 14, 1 << 15
_BIND_AND_CONNECT = 3
_ABSTRACT_SOCKETS_AND_SIGNALS = 3

_READ = _EXECUTE | _READ_FILE | _READ_DIR
_DRIVE = _READ_FILE | _READ_DIR | _WRITE_FILE | _IOCTL_DEV
_OF_A_FILE = _EXECUTE | _WRITE_FILE | _READ_FILE | _TRUNCATE | _IOCTL_DEV
# Sockets, pipes and devices have no place in a scratch folder.
_SPECIAL = (1 << 6) | (1 << 9) | (1 << 10) | (1 << 11)


class _Ruleset(ctypes.Structure):
    _fields_ = (
        ("files", ctypes.c_uint64),
        ("network", ctypes.c_uint64),
        ("scoped", ctypes.c_uint64),
    )


class _PathRule(ctypes.Structure):
    _pack_ = 1
    _layout_ = "ms"
    _fields_ = (("allowed", ctypes.c_uint64), ("descriptor", ctypes.c_int32))


def version() -> int:
    """Which version of Landlock's ABI the kernel has; 0 where it has no Landlock."""
    with suppress(OSError):
        return syscalls.syscall(_CREATE_RULESET, None, ctypes.c_size_t(0), _ASK_VERSION)
    return 0


def restrict(
    readable: Iterable[Path], writable: Iterable[Path], driven: Iterable[Path] = ()
) -> None:
    """Holds this process, for good, to these folders and files; those not there are passed over.

    Args:
        readable: what may be read and run.
        writable: what may be read, changed, made and removed.
        driven: what may be read and written, with whatever else a device takes.

    Raises:
        OSError: where the kernel has no Landlock.
    """
    abi = version()
    files = _file_rights(abi)
    rules = _Ruleset(
        files,
        _BIND_AND_CONNECT if abi >= 4 else 0,
        _ABSTRACT_SOCKETS_AND_SIGNALS if abi >= 6 else 0,
    )
    # An old kernel takes the longer structure as long as what it does not know is 0.
    ruleset = syscalls.syscall(
        _CREATE_RULESET, ctypes.byref(rules), ctypes.c_size_t(ctypes.sizeof(rules)), 0
    )
    for path in readable:
        _allow(ruleset, path, files & _READ)
    for path in writable:
        _allow(ruleset, path, files & ~(_EXECUTE | _SPECIAL | _IOCTL_DEV))
    for path in driven:
        _allow(ruleset, path, files & _DRIVE)
    syscalls.syscall(_RESTRICT_SELF, ruleset, 0)
    os.close(ruleset)


def _file_rights(abi: int) -> int:
    newer = ((2, _REFER), (3, _TRUNCATE), (5, _IOCTL_DEV))
    return _FIRST_RIGHTS | sum(right for since, right in newer if abi >= since)


def _allow(ruleset: int, path: Path, rights: int) -> None:
    try:
        descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except FileNotFoundError:
        return
    if not stat.S_ISDIR(os.fstat(descriptor).st_mode):
        rights &= _OF_A_FILE
    rule = _PathRule(rights, descriptor)
    syscalls.syscall(_ADD_RULE, ruleset, _PATH_BENEATH, ctypes.byref(rule), 0)
    os.close(descriptor)
