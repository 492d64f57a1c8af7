"""Grades many submissions at once, each in a thread that waits for its sealed process."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from typing import TypeAlias

from autograder.grading.graded import Graded
from autograder.sealed.outside.open_processes import OpenProcesses

GradeOne: TypeAlias = Callable[[str, OpenProcesses], Graded]
"""Grades a student's submission, in processes that are noted."""


def grade_many(
    grade_one: GradeOne, students: Sequence[str], jobs: int
) -> Generator[Graded, None, None]:
    """Each submission as it is graded, `jobs` at once; one that ran too long is run again, alone.

    Closing the generator ends all that runs.
    """
    pool, opened = ThreadPoolExecutor(jobs), OpenProcesses()
    running = {pool.submit(grade_one, student, opened) for student in students}
    late = []
    try:
        for future in as_completed([*running]):
            running.discard(future)  # and with it what has been graded
            done = future.result()
            # Others ran beside it, and may be to blame: it has a second go, alone.
            if done.timed_out:
                late.append(done.student)
            else:
                yield done
        yield from (grade_one(student, opened) for student in late)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        while not all(future.done() for future in running):
            opened.interrupt()
            time.sleep(0.05)
