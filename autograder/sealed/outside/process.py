"""The grader's side of a sealed process: starting, asking and ending it.

How the process is shut in is its seal's part; here it is sent requests, and its replies are read.
"""

from __future__ import annotations

import signal
import socket
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from autograder.data.outcomes import Failure, Outputs
from autograder.data.sentence import Sentence
from autograder.errors import Died, ProtocolBroken, SealError, TimedOut
from autograder.running.cell import CellRun
from autograder.running.limits import OUT_OF_MEMORY, Limits
from autograder.running.notices import NOTICES
from autograder.sealed.outside import replies
from autograder.sealed.outside.open_processes import OpenProcesses
from autograder.sealed.outside.plain_seal import PlainSeal
from autograder.sealed.outside.seal import Seal
from autograder.sealed.wire import frames, messages
from autograder.sealed.wire.batch import Batch
from autograder.sealed.wire.messages import Message
from autograder.words.said import said, translated
from autograder.words.told import sentence_of, told

_START_SECONDS = 120
"""Importing torch from a cold disk takes its time, and none of it is the student's."""

_SMALL = 1 << 16
_BODY = 1 << 20


class SealedProcess:
    """One process for the code of one submission. A context manager.

    Whatever goes wrong ends it, with all that it has started, as does `close`.

    Args:
        files: the folder whose data files the code may read, or None.
        limits: what it may use.
        device: where the inputs go, "cpu" or "cuda".
        seal: where it comes from; without one it is a fresh Python, with limits alone around it.
        watched: dotted names of what the code should not use. Its `used` says what the last case
            has called of that, as far as it tells.
        opened: where it is noted as long as it is open; without it, nobody interrupts it.

    Raises:
        SealError: where it can't be started, which is no fault of the code.
    """

    def __init__(
        self,
        files: Path | None,
        limits: Limits,
        device: str = "cpu",
        seal: Seal | None = None,
        watched: Sequence[str] = (),
        opened: OpenProcesses | None = None,
    ) -> None:
        self._limits, self._device = limits, device
        self._opened = opened or OpenProcesses()
        self.used: list[str] = []
        seal = seal or PlainSeal()
        self.tier = seal.tier
        self._socket, child_end = socket.socketpair()
        self._ended = self._interrupted = False
        with ExitStack() as stack:
            stack.callback(self._socket.close)
            with child_end:
                self._child = seal.spawn(files, limits, child_end)
            stack.callback(self._child.close)
            self._opened.add(self)
            stack.callback(self._opened.discard, self)
            self._start(watched)
            stack.pop_all()

    def _start(self, watched: Sequence[str]) -> None:
        request = messages.start(self._limits, self._device, watched, translated(NOTICES))
        caps = frames.Caps(_SMALL, 0)
        try:
            self._send(request, b"", _START_SECONDS)
            reply, _ = self._receive(request["nonce"], ("started",), caps, _START_SECONDS)
        except SealError as error:
            raise SealError(
                said(
                    "A sealed process did not start: {reason} "
                    "Look whether `python -c 'import torch, IPython, safetensors'` works.",
                    reason=told(sentence_of(error)),
                )
            ) from error
        if reply["fault"]:
            self.close()
            raise SealError(
                said("A sealed process could not be made ready: {reason}", reason=reply["fault"])
            )

    @property
    def pid(self) -> int:
        """The process's id."""
        return self._child.pid

    @property
    def folder(self) -> Path:
        """The working folder of the code, as the code sees it."""
        return self._child.folder

    def run_cell(self, name: str, source: str, seconds: float) -> CellRun:
        """Runs one cell.

        Raises:
            TimedOut, Died, ProtocolBroken: and the process has ended.
        """
        # JSON writes one byte as six at worst.
        caps = frames.Caps(_BODY + 6 * self._limits.output_bytes, 0)
        request = messages.cell(name, source)
        self._send(request, b"", seconds)
        reply, _ = self._receive(request["nonce"], ("cell",), caps, seconds)
        return replies.cell_run(reply)

    def ask(
        self,
        object_name: str,
        drive: str,
        batch: Batch,
        reply_bytes: int,
        seconds: Callable[[], float],
    ) -> Iterator[Outputs | Failure]:
        """Puts the object that the cells have called `object_name` through a batch of inputs.

        Args:
            object_name: the name in the student's namespace.
            drive: the drive's reference.
            batch: the inputs.
            reply_bytes: how large the outputs of an honest reply are.
            seconds: the wall time that the next case may take.

        Yields:
            What came of each case, in their order.

        Raises:
            TimedOut, Died, ProtocolBroken: and the process has ended.
        """
        room = _room(reply_bytes)
        request = messages.cases(object_name, drive, batch.settings, self._device, room)
        caps = frames.Caps(_SMALL, room + _BODY)
        self._send(request, batch.body, seconds())
        for number in range(len(batch.settings)):
            nonce = messages.of_case(request["nonce"], number)
            reply, outputs = self._receive(nonce, ("outputs", "failure"), caps, seconds())
            self.used = replies.used(reply)
            yield replies.outcome(reply, outputs)

    def _send(self, request: Message, body: bytes, seconds: float) -> None:
        with self._ended_by_faults(seconds):
            frames.expect_silence(self._socket)
            frames.send(self._socket, request, body, time.monotonic() + seconds)

    def _receive(
        self, nonce: str, kinds: tuple[str, ...], caps: frames.Caps, seconds: float
    ) -> tuple[Message, Outputs]:
        with self._ended_by_faults(seconds):
            reply, tensors = frames.receive(self._socket, caps, time.monotonic() + seconds)
            replies.check(reply, tensors, nonce, kinds)
            return reply, tensors

    @contextmanager
    def _ended_by_faults(self, seconds: float) -> Iterator[None]:
        try:
            yield
        except TimedOut:
            self.close()
            raise TimedOut(Sentence("no-answer", seconds=f"{seconds:.3g}")) from None
        except Died:
            raise Died(self._fate()) from None
        except ProtocolBroken as error:
            self.close()
            raise ProtocolBroken(Sentence("wire-broken", rule=str(error))) from None

    def _fate(self) -> Sentence:
        """Ends the process, and says what had ended it before."""
        if self._ended:
            return Sentence("ended-already")
        if self._interrupted:
            self.close()
            raise SealError(said("Grading was interrupted."))
        ended_alone = self._child.ended_alone()
        self.close()
        status = self._child.close()
        if status is None:
            raise SealError(said("A sealed process was lost, and what has ended it is not known."))
        if not ended_alone:
            return Sentence("ended-closed")
        return _cause(status, self._limits)

    def interrupt(self) -> None:
        """Ends whatever waits for an answer in another thread."""
        self._interrupted = True
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Ends the process with all that it has started, and removes its folder."""
        self._ended = True
        self._opened.discard(self)
        self._child.close()
        self._socket.close()

    def __enter__(self) -> SealedProcess:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _room(reply_bytes: int) -> int:
    """A power of two, 1 MiB or more: nothing is to be learned from it."""
    return 1 << max(20, (reply_bytes - 1).bit_length())


def _cause(status: int, limits: Limits) -> Sentence:
    """What an exit status says."""
    if status == OUT_OF_MEMORY:
        return Sentence("ended-memory")
    if status >= 0:
        return Sentence("ended-status", status=status)
    if status == -signal.SIGXCPU:
        return Sentence("ended-cpu", seconds=limits.cpu_seconds)
    if status == -signal.SIGKILL:
        return Sentence("ended-killed")
    return Sentence("ended-signal", signal=signal.strsignal(-status) or str(-status))
