"""One submission in a sealed process: its cells are run, then it is asked its cases.

What the code does to its process costs the code alone: a cell that never ends, or that takes its
process along, is left out, and the others are run again in a fresh one.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from autograder.data.outcomes import Failure, Outputs
from autograder.data.sentence import Sentence
from autograder.errors import Died, SealFault, TimedOut
from autograder.results.kinds import Kind
from autograder.running.cell import Cell, CellRun, error_output
from autograder.running.limits import Limits
from autograder.sealed.outside import best_seal
from autograder.sealed.outside.open_processes import OpenProcesses
from autograder.sealed.outside.process import SealedProcess
from autograder.sealed.outside.seal import Seal
from autograder.sealed.wire.batch import Batch
from autograder.words.told import sentence_of, told

_MAX_STOPPED = 3
"""So many cells may be stopped; then the notebook's other ones are left out too."""


class Session:
    """The cells of one submission, and whatever is asked of what they define. A context manager.

    Its `tier` says under which seal the code runs, `timed_out` whether any of it ran too long, and
    `used` what the last batch has called of what is watched, as far as its process tells.

    Args:
        cells: in notebook order.
        files: the folder whose data files the code may read, or None.
        limits: what the submission may use.
        device: where the inputs go, "cpu" or "cuda".
        seal: what shuts them in; the best one without it.
        watched: dotted names of what the code should not use.
        opened: where its process is noted, for whoever may have to end it.

    Raises:
        SealError: from any method, where a process can't be started: a fault of ours.
    """

    def __init__(
        self,
        cells: Sequence[Cell],
        files: Path | None = None,
        limits: Limits | None = None,
        device: str = "cpu",
        seal: Seal | None = None,
        watched: Sequence[str] = (),
        opened: OpenProcesses | None = None,
    ) -> None:
        self._cells, self._files, self._device = cells, files, device
        self._limits = limits or Limits()
        self._seal = seal or best_seal.for_device(device).seal
        self.tier = str(self._seal.tier)
        self._runs: dict[int, CellRun] = {}
        self._left_out: set[int] = set()
        self._time_left = self._limits.submission_seconds
        self._have_run = False
        self.timed_out = False
        self._watched, self._opened = watched, opened
        self.used: set[str] = set()
        # Started before the clock runs: a submission can do nothing about the first start.
        self._process: SealedProcess | None = self._new_process()

    @property
    def cut_short(self) -> bool:
        """Whether a cell was stopped or left out, so that what it defines may be missing."""
        return bool(self._left_out)

    def run_cells(self) -> dict[int, CellRun]:
        """What came of each cell when it was first run, by the cell's index."""
        with self._clock():
            self._ready()
        return dict(self._runs)

    def ask(
        self, object_name: str, drive: str, batch: Batch, reply_bytes: int
    ) -> list[Outputs | Failure]:
        """Puts the object that the cells have called `object_name` through a batch of inputs.

        The first case that the process does not survive is the last one; the process is replaced
        at the next call.

        Args:
            object_name: the name in the student's namespace.
            drive: the drive's reference.
            batch: the inputs.
            reply_bytes: how large the outputs of an honest reply are.

        Returns:
            What came of each case, in their order, up to that one.
        """
        outcomes: list[Outputs | Failure] = []
        self.used = set()
        with self._clock():
            process = self._ready()
            if process is None:
                return [Failure(Kind.TIME_OUT, self._used_up())]
            try:
                arguments = (object_name, drive, batch, reply_bytes, self._case_seconds)
                for outcome in process.ask(*arguments):
                    outcomes.append(outcome)
                    self.used.update(process.used)
            except SealFault as error:
                self._drop(error)
                outcomes.append(Failure(_kind(error), self._reason(error)))
        return outcomes

    def _case_seconds(self) -> float:
        return min(self._limits.case_seconds, self._seconds_left())

    def _ready(self) -> SealedProcess | None:
        """A process in which the cells have run; None where the submission's time is used up."""
        while not self._have_run and self._seconds_left() > 0:
            self._process = self._process or self._new_process()
            self._have_run = self._run_all(self._process)
        if self._seconds_left() > 0:
            return self._process
        self._leave_out(self._used_up())
        return None

    def _run_all(self, process: SealedProcess) -> bool:
        """Runs all cells but those left out; False where one of them ended the process."""
        for cell in self._cells:
            if cell.index in self._left_out:
                continue
            seconds = min(self._limits.cell_seconds, self._seconds_left())
            try:
                run = process.run_cell(cell.name, cell.source, seconds)
            except SealFault as error:
                self._drop(error)
                self._stop(cell, self._reason(error))
                return False
            self._runs.setdefault(cell.index, run)
        return True

    def _drop(self, error: SealFault) -> None:
        """Forgets a process that has ended; the next one has to run the cells again."""
        self.timed_out |= isinstance(error, TimedOut)
        self._process, self._have_run = None, False

    def _stop(self, cell: Cell, reason: Sentence) -> None:
        self._left_out.add(cell.index)
        self._runs.setdefault(cell.index, _stopped(reason))
        if len(self._left_out) >= _MAX_STOPPED:
            self._leave_out(Sentence("cells-stopped", number=_MAX_STOPPED))

    def _leave_out(self, reason: Sentence) -> None:
        """Leaves out all cells that have not run yet."""
        for cell in self._cells:
            if cell.index not in self._runs:
                self._left_out.add(cell.index)
                self._runs[cell.index] = _stopped(Sentence("cell-not-run"), reason)

    @contextmanager
    def _clock(self) -> Iterator[None]:
        """Counts the submission's time: what passes in here, and not what the grader does."""
        self._deadline = time.monotonic() + self._time_left
        try:
            yield
        finally:
            self._time_left = self._seconds_left()

    def _seconds_left(self) -> float:
        return self._deadline - time.monotonic()

    def _reason(self, error: SealFault) -> Sentence:
        return sentence_of(error) if self._seconds_left() > 0 else self._used_up()

    def _used_up(self) -> Sentence:
        return Sentence("time-used-up", seconds=f"{self._limits.submission_seconds:g}")

    def _new_process(self) -> SealedProcess:
        around = (self._device, self._seal, self._watched, self._opened)
        return SealedProcess(self._files, self._limits, *around)

    def close(self) -> None:
        """Ends what runs."""
        if self._process is not None:
            self._process.close()

    def __enter__(self) -> Session:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _stopped(*reasons: Sentence) -> CellRun:
    return CellRun([error_output("Stopped", told(*reasons))], failed=True)


def _kind(error: SealFault) -> Kind:
    if isinstance(error, TimedOut):
        return Kind.TIME_OUT
    return Kind.CRASHED if isinstance(error, Died) else Kind.FORGED
