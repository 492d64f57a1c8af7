"""Locking a forked child in: the walls that it puts up before it is sent any student's code."""

from __future__ import annotations

import base64
import os
import signal
import tarfile
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.sealed import folders
from autograder.sealed.limits import Limits
from autograder.sealed.walls import driver, filters, kernel, landlock, namespaces, privileges

DEVICES = (Path("/dev/null"), Path("/dev/zero"), Path("/dev/urandom"))
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


def lock_in(plan: Plan, order: Order, files: int) -> None:
    """Shuts this process in, the widest wall first.

    Args:
        plan: which walls there are.
        order: what this child is for.
        files: the descriptor of a tar archive with the release's data files; it is closed.

    Raises:
        OSError: where a wall can't be put up.
    """
    scratch, limits = Path(order.scratch), Limits(**order.limits)
    if plan.namespaces:
        namespaces.cut_off()
        namespaces.mount_private(Path(plan.scratch), limits.scratch_bytes + order.files_bytes)
    _furnish(scratch, files)
    if plan.namespaces:
        namespaces.disown()
        limits.apply_threads()
    privileges.drop()
    readable = [*map(Path, plan.readable), *DEVICES, *([] if plan.namespaces else [scratch])]
    writable = [DEVICES[0], *([scratch] if plan.namespaces else [])]
    driven = [*driver.devices(), driver.OWN_THREADS] if plan.device == "cuda" else []
    landlock.restrict(readable, writable, driven)
    kernel.prctl(kernel.PR_SET_PDEATHSIG, signal.SIGKILL)
    filters.install(base64.b64decode(plan.program))


def _furnish(scratch: Path, files: int) -> None:
    work = folders.make(scratch)
    with os.fdopen(files, "rb") as file, tarfile.open(fileobj=file, mode="r:") as archive:
        archive.extractall(work, filter="data")
    os.chdir(work)
    os.environ |= folders.environment(scratch)
    tempfile.tempdir = None
