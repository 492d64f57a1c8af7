"""The sealed process itself: `python -m autograder.sealed.inside.child FD`.

It serves the requests that come in on the socket FD, one after another, until the other end is
closed. It imports nothing of the judging side. Student code shares this process: it can find the
socket and break it, which ends its own session and nothing else.
"""

from __future__ import annotations

import ctypes
import os
import signal
import socket
import sys
from functools import cache
from pathlib import Path
from typing import NoReturn

import torch

from autograder import drives
from autograder.data.inputs import Inputs
from autograder.data.outcomes import Failure, Outputs
from autograder.data.sentence import Sentence, own_words
from autograder.drives.drive import Drive
from autograder.errors import Died
from autograder.library_use.watch import Watch
from autograder.running.attempt import attempt, seed_all
from autograder.running.cell import CellRun, error_output
from autograder.running.limits import OUT_OF_MEMORY, Limits
from autograder.running.notices import speak
from autograder.running.shell import Cells
from autograder.sealed.inside import no_checks
from autograder.sealed.wire import batch, frames, messages
from autograder.sealed.wire.messages import Message

_CAPS = frames.Caps(header=1 << 30, body=1 << 34)
"""Requests come from the grader, which is trusted; the memory limit holds all the same."""

_UNFIT = (
    *(RuntimeError, AssertionError, OSError, ValueError, TypeError),
    *(ImportError, AttributeError),
)
"""What says that a process can't hold to what it is asked: a device, a limit, a name to watch."""

_PR_SET_PDEATHSIG = 1


def main() -> None:
    """Serves until the grader is gone."""
    sock = socket.socket(fileno=int(sys.argv.pop()))
    _die_with_the_grader()
    serve(sock, Cells())


def serve(sock: socket.socket, cells: Cells, fault: str = "") -> NoReturn:
    """Serves until the other end is closed, then exits without running students' exit handlers.

    Args:
        sock: this end of the wire.
        cells: where the cells will run; none has.
        fault: why this process can't be used, which it only says then.
    """
    sock.set_inheritable(False)
    hide_checks()
    cells.start_nothing()
    watch = Watch()
    status = 1
    try:
        if _start(sock, cells, watch, fault):
            _serve(sock, cells, watch, Path.cwd())
    except Died:
        status = 0
    except MemoryError:
        status = OUT_OF_MEMORY
    finally:
        os._exit(status)


def hide_checks() -> None:
    """Puts `stub` in the place of `autograder.selfcheck`: this process holds no checks."""
    sys.modules["autograder.checking.check"] = no_checks


def _die_with_the_grader() -> None:
    """The end of the socket says it too, but not to a loop that never looks."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _start(sock: socket.socket, cells: Cells, watch: Watch, fault: str) -> bool:
    """Answers the first request: whether this process can hold to it."""
    request, _ = frames.receive(sock, _CAPS)
    try:
        limits = Limits(**request["limits"])
        cells.limit_output(limits.output_bytes)
        _make_ready(request["device"], limits)
        watch.install(request["watched"])
        speak(request["notices"])
    except _UNFIT as error:
        fault = fault or str(error) or type(error).__name__
    seed_all()
    frames.send(sock, messages.started(request["nonce"], fault))
    return not fault


def _make_ready(device: str, limits: Limits) -> None:
    # Whatever a device needs for its first tensor is not the student's time, nor its memory.
    torch.zeros(1, device=device)
    if device == "cuda":
        gpu_bytes = torch.cuda.get_device_properties(torch.cuda.current_device()).total_memory
        torch.cuda.set_per_process_memory_fraction(min(1.0, limits.memory_bytes / gpu_bytes))
    limits.apply(device)


def _serve(sock: socket.socket, cells: Cells, watch: Watch, files: Path) -> None:
    while True:
        request, tensors = frames.receive(sock, _CAPS)
        if request["type"] == "cell":
            frames.send(sock, messages.ran(request["nonce"], _run(cells, request)))
            continue
        cases = batch.unpack(request["settings"], tensors, request["device"])
        for number, inputs in enumerate(cases):
            watch.used.clear()
            reply, outputs = _answer(request, number, _attempt(cells, request, inputs, files))
            frames.send(sock, messages.with_uses(reply, watch.used), frames.pack(outputs))


def _run(cells: Cells, request: Message) -> CellRun:
    try:
        return cells.run(request["name"], request["source"])
    except KeyboardInterrupt:
        # Nobody is at the keyboard: the cell raised it.
        return CellRun([error_output("KeyboardInterrupt", "")], failed=True)


def _attempt(cells: Cells, request: Message, inputs: Inputs, files: Path) -> Outputs | Failure:
    try:
        return attempt(cells.namespace, request["object"], _drive(request["drive"], files), inputs)
    except KeyboardInterrupt:
        return Failure("raised", own_words(""), exception="KeyboardInterrupt")


@cache
def _drive(reference: str, files: Path) -> Drive:
    return drives.find(reference, files)


def _answer(request: Message, number: int, outcome: Outputs | Failure) -> tuple[Message, Outputs]:
    nonce = messages.of_case(request["nonce"], number)
    if isinstance(outcome, dict):
        size = sum(tensor.nbytes for tensor in outcome.values())
        if size <= request["room"]:
            return messages.outputs(nonce), outcome
        outcome = Failure("shape", Sentence("outputs-too-large", bytes=f"{size:,}"))
    return messages.failed(nonce, outcome), {}


if __name__ == "__main__":
    main()
