"""The seal that forks: one warm process behind walls, and a child of it for each submission.

The warm process is a fresh Python that is told where Python lies and nothing else; it is started
anew where it has ended. See `warm_process` for what is said to it.
"""

from __future__ import annotations

import base64
import dataclasses
import io
import itertools
import json
import os
import socket
import subprocess
import tarfile
import tempfile
import threading
from concurrent.futures import Future
from contextlib import ExitStack, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

from autograder.errors import SealError
from autograder.running.limits import Limits
from autograder.sealed.outside import shipped as data_files
from autograder.sealed.outside.plain_seal import PYTHON, clean_environment
from autograder.sealed.outside.seal import Seal, Tier
from autograder.sealed.outside.warm_child import WarmChild
from autograder.sealed.walls import landlock, seccomp, view
from autograder.sealed.wire import folders
from autograder.sealed.wire.orders import MESSAGE_BYTES, Order, Plan
from autograder.words.said import said

_START_SECONDS = 120
"""Importing torch from a cold disk takes its time."""

_HUGE_PAGES = {"GLIBC_TUNABLES": "glibc.malloc.hugetlb=1", "PYTHONMALLOC": "malloc"}
"""A fork copies the tables of the pages, of which large ones need few: a third of its cost."""

_VISIBLE: dict[str, dict[str, str]] = {"cpu": {"CUDA_VISIBLE_DEVICES": ""}, "cuda": {}}
"""Where the warm process sees a GPU, its first backward pass makes others impossible in a fork."""

_FORK_SECONDS = 30
_END_SECONDS = 10


class WarmSeal(Seal):
    """One warm process, started with the first child that is asked for.

    Args:
        tier: which walls there are; not the plain child's.
        device: where the code computes, "cpu" or "cuda".
    """

    def __init__(self, tier: Tier, device: str = "cpu") -> None:
        self.tier, self._device = tier, device
        self._lock = threading.Lock()
        self._warm: _WarmProcess | None = None

    def spawn(self, files: Path | None, limits: Limits, child_end: socket.socket) -> WarmChild:
        """See `Seal.spawn`."""
        for _ in range(2):
            warm = self._running()
            try:
                return warm.fork(files, limits, child_end)
            except OSError:
                self._forget(warm)
        raise SealError(said("the warm process that sealed processes come from has ended twice"))

    def _running(self) -> _WarmProcess:
        with self._lock:
            self._warm = self._warm or _WarmProcess(self.tier, self._device)
            return self._warm

    def _forget(self, warm: _WarmProcess) -> None:
        with self._lock:
            if self._warm is warm:
                self._warm = None
        warm.close()

    def close(self) -> None:
        """Ends the warm process, and all children with it."""
        if self._warm is not None:
            self._forget(self._warm)


class _WarmProcess:
    """See `warm_process`; this is the grader's end of it."""

    def __init__(self, tier: Tier, device: str) -> None:
        walled = tier is not Tier.NO_NAMESPACES
        self._numbers = itertools.count()
        with ExitStack() as stack:
            self._scratch = view.SCRATCH if walled else _folder(stack)
            plan = _plan(walled, device, self._scratch)
            self._errors = stack.enter_context(tempfile.TemporaryFile())
            self._control, warm_end = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
            stack.callback(self._control.close)
            with warm_end:
                command = _command(warm_end.fileno(), walled, device)
                environment = clean_environment() | _HUGE_PAGES | _VISIBLE[device]
                keeper = _Keeper(command, environment, warm_end.fileno(), self._errors)
            stack.callback(keeper.end)
            stack.callback(self._let_go)
            self._await_warmth(plan)
            self._stack = stack.pop_all()

    def _await_warmth(self, plan: Plan) -> None:
        self._control.settimeout(_START_SECONDS)
        try:
            self._control.send(json.dumps(dataclasses.asdict(plan)).encode())
            reply = self._control.recv(MESSAGE_BYTES)
        except OSError:
            reply = b""
        if reply != b"warm":
            raise SealError(
                said("the warm process did not start: {last_words}", last_words=self._last_words())
            )

    def _last_words(self) -> str:
        self._errors.seek(0)
        lines = self._errors.read()[-MESSAGE_BYTES:].decode(errors="replace").split("\n")
        return next(
            (line.strip() for line in reversed(lines) if line.strip()), said("it said nothing")
        )

    def fork(self, files: Path | None, limits: Limits, child_end: socket.socket) -> WarmChild:
        """A child that serves on `child_end`.

        Raises:
            OSError: where this process has ended.
        """
        scratch = self._scratch / str(next(self._numbers))
        archive = _archive(files)
        order = Order(str(scratch), len(archive), dataclasses.asdict(limits))
        leash, leash_end = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with ExitStack() as stack:
            stack.enter_context(leash)
            with leash_end, os.fdopen(os.memfd_create("files"), "wb") as file:
                file.write(archive)
                file.seek(0)
                descriptors = [child_end.fileno(), leash_end.fileno(), file.fileno()]
                text = json.dumps(dataclasses.asdict(order)).encode()
                socket.send_fds(self._control, [text], descriptors)
            leash.settimeout(_FORK_SECONDS)
            reply, pidfds, _, _ = socket.recv_fds(leash, MESSAGE_BYTES, 1)
            if not reply:
                raise ConnectionError
            stack.pop_all()
        return WarmChild(leash, pidfds[0], scratch / folders.WORK, limits)

    def _let_go(self) -> None:
        with suppress(OSError):
            self._control.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Ends it, with all of its children."""
        self._stack.close()


def _folder(stack: ExitStack) -> Path:
    folder = TemporaryDirectory(prefix="autograder-", ignore_cleanup_errors=True)
    return Path(stack.enter_context(folder))


def _plan(walled: bool, device: str, scratch: Path) -> Plan:
    if landlock.version() == 0:
        raise SealError(
            said("this kernel has no Landlock (Linux 5.13 or newer, with it switched on)")
        )
    try:
        program = seccomp.compile_filter(alone=walled and device == "cpu", device=device)
    except (ImportError, RuntimeError) as error:
        raise SealError(said("seccomp's filter can't be made: {error}", error=error)) from error
    readable = tuple(str(path) for path in view.readable(device))
    return Plan(walled, device, str(scratch), readable, base64.b64encode(program).decode())


def _command(number: int, walled: bool, device: str) -> list[str]:
    command = [*PYTHON, "autograder.sealed.inside.warm_process", str(number)]
    if not walled:
        return command
    if not view.is_there():
        raise SealError(
            said("bubblewrap is not installed (Debian, Ubuntu: apt install bubblewrap)")
        )
    return view.bubblewrap(command, device)


class _Keeper(threading.Thread):
    """Starts the warm process and waits for its end.

    The process is ended with the *thread* that has started it, so that has to be one that lives as
    long as it does.
    """

    def __init__(
        self,
        command: list[str],
        environment: dict[str, str],
        number: int,
        errors: IO[bytes],
    ) -> None:
        super().__init__(name="keeper of the warm process", daemon=True)
        self._command, self._environment = command, environment
        self._number, self._errors = number, errors
        self._process: Future[subprocess.Popen[bytes]] = Future()
        self.start()
        self._process.result()

    def run(self) -> None:
        """Lives as long as the process."""
        try:
            process = subprocess.Popen(
                self._command,
                cwd="/",
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=self._errors,
                pass_fds=(self._number,),
                start_new_session=True,
            )
        except OSError as error:
            self._process.set_exception(
                SealError(
                    said("{command} can't be run: {error}", command=self._command[0], error=error)
                )
            )
            return
        self._process.set_result(process)
        process.wait()

    def end(self) -> None:
        """Waits for the process to end as it was told, but not for long."""
        self.join(_END_SECONDS)
        self._process.result().kill()
        self.join()


def _archive(files: Path | None) -> bytes:
    """A tar archive of the release's data files, as a child unpacks it."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w:") as archive:
        for path, place in data_files.shipped(files):
            archive.add(path, str(place), recursive=False)
    return buffer.getvalue()
