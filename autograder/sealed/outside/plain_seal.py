"""The plain seal: a fresh Python with limits but no walls, for macOS and where no walls can be had.

It holds none of the grader's environment, and sees of the course one private folder with the
release's data files, which vanishes with it; but it may read whatever its user may.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from autograder.errors import SealError
from autograder.running.limits import Limits
from autograder.sealed.outside import shipped as data_files
from autograder.sealed.outside.seal import Child, Seal, Tier
from autograder.sealed.wire import folders
from autograder.words.said import said

_PASSED_ON = ("LD_LIBRARY_PATH", "CUDA_VISIBLE_DEVICES")
"""All that is taken from the grader's environment: where Python's libraries and the devices are."""

# Not -I: that would drop PYTHONHASHSEED, and sets would come in another order each time.
PYTHON = (sys.executable, "-s", "-P", "-m")
_CHILD = "autograder.sealed.inside.child"


class PlainSeal(Seal):
    """A fresh Python for each child.

    Args:
        command: what to start; the number of its end of the wire is added.
    """

    tier = Tier.PLAIN

    def __init__(self, command: Sequence[str] = (*PYTHON, _CHILD)) -> None:
        self._command = command

    def spawn(self, files: Path | None, limits: Limits, child_end: socket.socket) -> PlainChild:
        """See `Seal.spawn`. On Linux it ends with the thread that has started it."""
        del limits  # It is told them with the first request.
        with ExitStack() as stack:
            scratch = stack.enter_context(
                TemporaryDirectory(prefix="autograder-", ignore_cleanup_errors=True)
            )
            folder = _furnish(Path(scratch), files)
            try:
                process = subprocess.Popen(
                    [*self._command, str(child_end.fileno())],
                    cwd=folder,
                    env=clean_environment() | folders.environment(Path(scratch)),
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    pass_fds=(child_end.fileno(),),
                    start_new_session=True,
                )
            except OSError as error:
                raise SealError(
                    said("a sealed process can't be started: {error}", error=error)
                ) from error
            return PlainChild(process, folder, stack.pop_all())

    def close(self) -> None:
        """Nothing is kept running."""


class PlainChild(Child):
    """A process of its own group, and a folder that is removed with it."""

    def __init__(self, process: subprocess.Popen[bytes], folder: Path, owned: ExitStack) -> None:
        self._process, self.folder, self._owned = process, folder, owned
        self.pid = process.pid

    def ended_alone(self) -> bool:
        """Whether it ends without our help; it is not reaped.

        While it isn't, no other process can have its number, so that its group is safe to kill.
        """
        if not hasattr(os, "waitid"):  # macOS before Python 3.13: its status has to do.
            return True
        deadline = time.monotonic() + 1
        options = os.WEXITED | os.WNOWAIT | os.WNOHANG
        while time.monotonic() < deadline:
            if os.waitid(os.P_PID, self.pid, options) is not None:
                return True
            time.sleep(0.005)
        return False

    def close(self) -> int:
        """Ends the process and all of its group, and removes its folder."""
        if self._process.returncode is None:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self.pid, signal.SIGKILL)
        status = self._process.wait()
        self._owned.close()
        return status


def _furnish(scratch: Path, files: Path | None) -> Path:
    """The working folder in `scratch`, with `files`."""
    work = folders.make(scratch)
    for path, place in data_files.shipped(files):
        target = work / place
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    return work


def clean_environment() -> dict[str, str]:
    """All that a sealed process needs to know, without the folders that are its own."""
    return {
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.defpath]),
        "LANG": "C.UTF-8",
        "PYTHONHASHSEED": "0",
        # A process that ever ran on two threads leaves forks that hang.
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "MKL_NUM_THREADS": "1",
        **{name: os.environ[name] for name in _PASSED_ON if name in os.environ},
    }
