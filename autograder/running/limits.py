"""Limits: how much time, memory, file space and output a submission may use."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

OUT_OF_MEMORY = 12
"""The exit status of a sealed process that ran out of memory between two cells or cases."""


@dataclass(frozen=True)
class Limits:
    """What one submission may use.

    A submission has one process, where the machine lets us deny it more. Its threads are counted
    where it has a user namespace of its own: elsewhere the system counts all that a user runs, and
    does not count root's, so there the address space that each thread takes is what bounds them.

    Args:
        cell_seconds: wall time of one cell.
        case_seconds: wall time of one case.
        submission_seconds: wall time of all cells and cases together, restarts included.
        cpu_seconds: CPU time of one process.
        memory_bytes: address space of one process; torch alone reserves less than 1 GiB of it. On a
            GPU: what it allocates of the machine's memory, and as much of the GPU's.
        file_bytes: the size of a file that it writes.
        output_bytes: what one cell may print and display.
        scratch_bytes: what all files that it writes may hold together.
        threads: how many it may have at once.
    """

    cell_seconds: float = 30
    case_seconds: float = 10
    submission_seconds: float = 120
    cpu_seconds: int = 180
    memory_bytes: int = 4 << 30
    file_bytes: int = 64 << 20
    output_bytes: int = 256 << 10
    scratch_bytes: int = 64 << 20
    threads: int = 64

    def apply(self, device: str) -> None:
        """Holds this process, and all that it starts, to the limits that the system can hold.

        CUDA reserves far more address space than it uses, so there what is private and writable is
        counted, from what its driver has taken by now. Memory that is shared is not in it, nor is
        there any limit to a GPU's memory but torch's own: they hold against accidents alone. macOS
        knows no such limits.
        """
        import resource  # Unix only, as is this function.

        _lower(resource.RLIMIT_CORE, 0)
        # A second more before it is killed: the first signal says that it was the CPU time.
        _lower(resource.RLIMIT_CPU, self.cpu_seconds, self.cpu_seconds + 1)
        _lower(resource.RLIMIT_FSIZE, self.file_bytes)
        if device == "cpu" and sys.platform == "linux":
            _lower(resource.RLIMIT_AS, self.memory_bytes)
        elif sys.platform == "linux":
            _lower(resource.RLIMIT_DATA, _allocated() + self.memory_bytes)

    def apply_threads(self) -> None:
        """Holds this process to its threads, which have to be the only ones that count for it."""
        import resource

        _lower(resource.RLIMIT_NPROC, self.threads)


def _allocated() -> int:
    """The bytes that count for RLIMIT_DATA."""
    status = Path("/proc/self/status").read_text()
    (kibibytes,) = (line.split()[1] for line in status.splitlines() if line.startswith("VmData:"))
    return int(kibibytes) << 10


def _lower(which: int, soft: int, hard: int | None = None) -> None:
    import resource

    _, most = resource.getrlimit(which)
    wanted = (soft, soft if hard is None else hard)
    if most != resource.RLIM_INFINITY:
        wanted = (min(wanted[0], most), min(wanted[1], most))
    resource.setrlimit(which, wanted)
