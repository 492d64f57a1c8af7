"""A sealed process, from the grader's side: started, asked, ended.

It holds none of the grader's environment, and sees of the course one private folder with the
release's data files, which vanishes with it.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import ExitStack, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from torch import Tensor

from autograder import bundle
from autograder.cell import CellRun
from autograder.drive import Failure, Inputs, Outputs
from autograder.errors import Died, ProtocolBroken, SealError, TimedOut
from autograder.sealed import messages, replies, wire
from autograder.sealed.limits import OUT_OF_MEMORY, Limits
from autograder.sealed.messages import Message

TIER = "plain child"
"""The tier of this seal: limits, and nothing that keeps the code in."""

_START_SECONDS = 120
"""Importing torch from a cold disk takes its time, and none of it is the student's."""

_SMALL = 1 << 16
_BODY = 1 << 20
_PASSED_ON = ("LD_LIBRARY_PATH", "CUDA_VISIBLE_DEVICES")
"""All that is taken from the grader's environment: where Python's libraries and the devices are."""


class SealedProcess:
    """One process for the code of one submission. A context manager.

    Whatever goes wrong ends it, with all that it has started, as does `close`. On Linux it ends
    with the thread that has opened it, too: use it there.

    Args:
        files: the folder whose data files the code may read, or None.
        limits: what it may use.
        device: where the inputs go, "cpu" or "cuda".

    Raises:
        SealError: where it can't be started, which is no fault of the code.
    """

    tier: str = TIER

    def __init__(self, files: Path | None, limits: Limits, device: str = "cpu") -> None:
        self._limits, self._device = limits, device
        with ExitStack() as stack:
            scratch = stack.enter_context(
                TemporaryDirectory(prefix="autograder-", ignore_cleanup_errors=True)
            )
            self.folder = _furnish(Path(scratch), files)
            self._socket, theirs = socket.socketpair()
            stack.callback(self._socket.close)
            with theirs:
                self._process = _spawn(self.folder, theirs)
            stack.callback(self._end)
            self._stack = stack
            self._start()
            self._stack = stack.pop_all()

    def _start(self) -> None:
        request = messages.start(self._limits, self._device)
        caps = wire.Caps(_SMALL, 0)
        try:
            reply, _ = self._exchange(request, {}, ("started",), caps, _START_SECONDS)
        except SealError as error:
            raise SealError(
                f"a sealed process did not start: {error}. "
                "Look whether `python -c 'import torch, IPython, safetensors'` works."
            ) from error
        if reply["fault"]:
            self.close()
            raise SealError(f"a sealed process could not be made ready: {reply['fault']}")

    @property
    def pid(self) -> int:
        """The process's id, which is also its group's."""
        return self._process.pid

    def run_cell(self, name: str, source: str, seconds: float) -> CellRun:
        """Runs one cell.

        Raises:
            TimedOut, Died, ProtocolBroken: and the process has ended.
        """
        # JSON writes one byte as six at worst.
        caps = wire.Caps(_BODY + 6 * self._limits.output_bytes, 0)
        request = messages.cell(name, source)
        reply, _ = self._exchange(request, {}, ("cell",), caps, seconds)
        return replies.cell_run(reply)

    def ask(
        self, object_name: str, drive: str, inputs: Inputs, reply_bytes: int, seconds: float
    ) -> Outputs | Failure:
        """Puts the object that the cells have called `object_name` through `inputs`.

        Args:
            object_name: the name in the student's namespace.
            drive: the drive's reference.
            inputs: settings that JSON holds, and tensors.
            reply_bytes: how large honest outputs are.
            seconds: the wall time that it may take.

        Raises:
            TimedOut, Died, ProtocolBroken: and the process has ended.
        """
        room = _room(reply_bytes)
        request = messages.case(object_name, drive, inputs.settings, self._device, room)
        kinds = ("outputs", "failure")
        caps = wire.Caps(_SMALL, room + _BODY)
        reply, tensors = self._exchange(request, inputs.tensors, kinds, caps, seconds)
        return replies.outcome(reply, tensors)

    def _exchange(
        self,
        request: Message,
        tensors: Mapping[str, Tensor],
        kinds: tuple[str, ...],
        caps: wire.Caps,
        seconds: float,
    ) -> tuple[Message, Outputs]:
        deadline = time.monotonic() + seconds
        try:
            wire.expect_silence(self._socket)
            wire.send(self._socket, request, tensors, deadline)
            reply, back = wire.receive(self._socket, caps, deadline)
            replies.check(reply, back, request, kinds)
        except TimedOut:
            self.close()
            raise TimedOut(f"the process gave no answer within {seconds:.3g} s") from None
        except Died:
            raise Died(self._fate()) from None
        except ProtocolBroken as error:
            self.close()
            raise ProtocolBroken(f"the process broke the rules of the wire: {error}") from None
        return reply, back

    def _fate(self) -> str:
        """Ends the process, and says what had ended it before."""
        if self._process.returncode is not None:
            return "the process has ended already"
        alone = self._ended_alone()
        self.close()
        code = self._process.wait()
        if not alone:
            return "the process closed its connection"
        if code == OUT_OF_MEMORY:
            return "the process ran out of memory"
        if code >= 0:
            return f"the process exited with status {code}"
        if code == -signal.SIGXCPU:
            return f"the process used more than {self._limits.cpu_seconds} s of CPU time"
        if code == -signal.SIGKILL:
            return "the process was killed, as happens where memory runs out"
        return f"the process crashed ({signal.strsignal(-code) or -code})"

    def _ended_alone(self) -> bool:
        """Whether it ends without our help, waiting a moment; it is not reaped.

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

    def _end(self) -> None:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self.pid, signal.SIGKILL)
        self._process.wait()

    def close(self) -> None:
        """Ends the process and all of its group, and removes its folder."""
        self._stack.close()

    def __enter__(self) -> SealedProcess:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _room(reply_bytes: int) -> int:
    """A power of two, 1 MiB or more: nothing is to be learned from it."""
    return 1 << max(20, (reply_bytes - 1).bit_length())


def _furnish(scratch: Path, files: Path | None) -> Path:
    """A home and a folder for temporary files in `scratch`, and the working folder, with `files`.

    Notebooks are left out, and the checks, which hold expected outputs; so are links that lead out
    of `files`, and whatever is no plain file.
    """
    for name in ("home", "tmp", "work"):
        (scratch / name).mkdir()
    work = scratch / "work"
    root = files.resolve() if files else work
    for path in root.rglob("*"):
        real = path.resolve()
        withheld = real.suffix == ".ipynb" or real.name == bundle.FILE
        if not withheld and real.is_file() and real.is_relative_to(root):
            target = work / path.relative_to(root)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(real, target)
    return work


def _spawn(work: Path, theirs: socket.socket) -> subprocess.Popen[bytes]:
    # Not -I: that would drop PYTHONHASHSEED, and sets would come in another order each time.
    command = [sys.executable, "-s", "-P", "-m", "autograder.sealed.child", str(theirs.fileno())]
    try:
        return subprocess.Popen(
            command,
            cwd=work,
            env=_environment(work.parent),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            pass_fds=(theirs.fileno(),),
            start_new_session=True,
        )
    except OSError as error:
        raise SealError(f"a sealed process can't be started: {error}") from error


def _environment(scratch: Path) -> dict[str, str]:
    home = str(scratch / "home")
    return {
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.defpath]),
        "HOME": home,
        "TMPDIR": str(scratch / "tmp"),
        "MPLCONFIGDIR": home,
        "TORCHINDUCTOR_CACHE_DIR": home,
        "LANG": "C.UTF-8",
        "PYTHONHASHSEED": "0",
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "MKL_NUM_THREADS": "1",
        **{name: os.environ[name] for name in _PASSED_ON if name in os.environ},
    }
