"""Running the doctor's attempts, each in a real sealed process and against a real target."""

from __future__ import annotations

import os
import re
import secrets
import socket
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from autograder.errors import Died
from autograder.running.limits import Limits
from autograder.sealed.doctor.attempts import ATTEMPTS, TOOLS, Attempt
from autograder.sealed.outside.process import SealedProcess
from autograder.sealed.outside.seal import Seal
from autograder.words.said import said
from autograder.words.told import sentence_of, told

LIMITS = Limits(scratch_bytes=8 << 20, threads=16)

_REFUSALS = {
    *("BlockingIOError", "ConnectionRefusedError", "FileNotFoundError", "KeyError", "MemoryError"),
    *("OSError", "PermissionError", "ProcessLookupError", "RuntimeError", "ValueError"),
}
_SECONDS = 20


@dataclass(frozen=True)
class Outcome:
    """What came of an attempt: whether the seal held it, and the error that says so."""

    attempt: Attempt
    held: bool
    message: str


def examine(seal: Seal, device: str = "cpu") -> Iterator[Outcome]:
    """Makes every attempt under `seal`, each in a process of its own that has `device` ready.

    Raises:
        SealError: where a process can't be started.
    """
    with _targets() as targets:
        for attempt in ATTEMPTS:
            yield _try(seal, device, attempt, targets)


def _try(seal: Seal, device: str, attempt: Attempt, targets: Mapping[str, object]) -> Outcome:
    with SealedProcess(None, LIMITS, device, seal) as process:
        process.run_cell("tools", TOOLS, _SECONDS)
        try:
            run = process.run_cell("attempt", attempt.source.format(**targets), _SECONDS)
        except Died as error:
            return Outcome(attempt, False, told(sentence_of(error)))
    errors = [output for output in run.outputs if output["output_type"] == "error"]
    if not errors:
        return Outcome(attempt, False, said("it worked"))
    name, message = errors[0]["ename"], errors[0]["evalue"]
    # Its words alone: the number says the same, and the path is one that is gone by then.
    words = re.sub(r"^\[Errno \d+\] |: '.*'$", "", message)
    return Outcome(attempt, name in _REFUSALS, f"{name}: {words}" if words else name)


@contextmanager
def _targets() -> Iterator[dict[str, object]]:
    """What the attempts are aimed at: all of it is there, and open to this process."""
    name = f"autograder-{secrets.token_hex(8)}"
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        secret = folder / "course.key"
        secret.write_text("secret")
        tcp, udp, abstract = (
            stack.enter_context(socket.socket(family, kind))
            for family, kind in (
                (socket.AF_INET, socket.SOCK_STREAM),
                (socket.AF_INET, socket.SOCK_DGRAM),
                (socket.AF_UNIX, socket.SOCK_STREAM),
            )
        )
        for bound in (tcp, udp):
            bound.bind(("127.0.0.1", 0))
        abstract.bind(f"\0{name}")
        for listening in (tcp, abstract):
            listening.listen()
        os.environ[name] = "secret"
        stack.callback(os.environ.pop, name)
        yield {
            "secret": str(secret),
            "tcp": tcp.getsockname()[1],
            "udp": udp.getsockname()[1],
            "abstract": name,
            "grader": os.getpid(),
            "variable": name,
            "memory_bytes": LIMITS.memory_bytes,
            "scratch_bytes": LIMITS.scratch_bytes,
            "threads": LIMITS.threads,
        }
