"""Locking a forked child in: the walls that it puts up before it is sent any student's code."""

from __future__ import annotations

import base64
import os
import signal
import tarfile
import tempfile
from pathlib import Path

from autograder.running.limits import Limits
from autograder.sealed.walls import gpu_driver, landlock, namespaces, privileges, seccomp, syscalls
from autograder.sealed.walls.view import DEVICES
from autograder.sealed.wire import folders
from autograder.sealed.wire.orders import Order, Plan


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
    driven = [*gpu_driver.devices(), gpu_driver.OWN_THREADS] if plan.device == "cuda" else []
    landlock.restrict(readable, writable, driven)
    syscalls.prctl(syscalls.PR_SET_PDEATHSIG, signal.SIGKILL)
    seccomp.install(base64.b64decode(plan.program))


def _furnish(scratch: Path, files: int) -> None:
    work = folders.make(scratch)
    with os.fdopen(files, "rb") as file, tarfile.open(fileobj=file, mode="r:") as archive:
        archive.extractall(work, filter="data")
    os.chdir(work)
    os.environ |= folders.environment(scratch)
    tempfile.tempdir = None
