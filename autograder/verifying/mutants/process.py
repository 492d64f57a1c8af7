"""The process that mutants are tried in: a mutant may make it hang or end it.

It is started anew after each mutant that it does not survive. What is sent there is text: it loads
the assignment itself.
"""

from __future__ import annotations

import multiprocessing
import signal
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from autograder.course.course import Course
from autograder.errors import AutograderError, Died
from autograder.results.kinds import Kind
from autograder.verifying.mutants.making import Mutant
from autograder.verifying.mutants.trial import Fate, Trial
from autograder.words.said import said

_SPARE = 2.0
"""The CPU seconds that a mutant may take beyond ten times what the solution takes."""

_LONG = 24 * 3600

_SILENCE = 300.0
"""After so many seconds a process that says nothing, and uses no CPU time, is given up."""


def fates(
    root: Path,
    assignment: str,
    keys: Sequence[bytes],
    solutions: Sequence[Mutant],
    mutants: Sequence[Mutant],
) -> Iterator[Fate]:
    """What becomes of each mutant, one after the other.

    Args:
        root: the course's folder.
        assignment: its name.
        keys: see `Trial`.
        solutions: see `Trial`.
        mutants: what is tried.

    Raises:
        AuthorError: see `Trial`.
        Died: where the process does not come so far as to try the first one.
    """
    waiting = list(mutants)
    while waiting:
        with _started(root, assignment, keys, solutions, waiting) as (process, pipe):
            _expect_ready(pipe)
            while waiting and (fate := _next(process, pipe, waiting.pop(0))):
                yield fate
                if fate.kind in (Kind.TIME_OUT, Kind.CRASHED):
                    break


@contextmanager
def _started(*arguments: object) -> Iterator[tuple[BaseProcess, Connection]]:
    # Not a fork of this process, where torch may have run on several threads already.
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_try_all, args=(theirs, *arguments), daemon=True)
    process.start()
    theirs.close()
    try:
        yield process, ours
    finally:
        process.kill()
        process.join()
        ours.close()


def _expect_ready(pipe: Connection) -> None:
    try:
        fault = (
            pipe.recv()
            if pipe.poll(_SILENCE)
            else Died(said("the trial of mutants does not begin."))
        )
    except EOFError:
        fault = Died(said("the trial of mutants ended before it began: is there memory left?"))
    if fault is not None:
        raise fault


def _next(process: BaseProcess, pipe: Connection, mutant: Mutant) -> Fate:
    try:
        kind, case = pipe.recv() if pipe.poll(_SILENCE) else (Kind.TIME_OUT, "")
    except EOFError:
        process.join()
        timed_out = process.exitcode == -signal.SIGPROF
        kind, case = Kind.TIME_OUT if timed_out else Kind.CRASHED, ""
    return Fate(mutant, kind, case)


def _try_all(
    pipe: Connection,
    root: Path,
    assignment: str,
    keys: Sequence[bytes],
    solutions: Sequence[Mutant],
    mutants: Sequence[Mutant],
) -> None:
    """What the process does: says None, or its fault; then, for each mutant, kind and case."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started it ends it
    warnings.simplefilter("ignore")  # of mutants; the solution's own are seen elsewhere
    try:
        loaded = Course(root).load(assignment)
        trial = Trial(loaded, keys, solutions)
    except AutograderError as error:
        pipe.send(error)
        return
    replace(loaded.limits, cpu_seconds=_LONG).apply("cpu")  # each mutant has a time of its own
    pipe.send(None)
    for mutant in mutants:
        signal.setitimer(signal.ITIMER_PROF, _SPARE + 10 * trial.seconds(mutant))
        fate = trial.fate(mutant)
        signal.setitimer(signal.ITIMER_PROF, 0)
        pipe.send((fate.kind, fate.case))
