"""In which order cases are asked, and which are not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from autograder.course.course import Course
from autograder.data.outcomes import Failure, Outputs
from autograder.data.sentence import own_words
from autograder.exercises.prepare import prepare
from autograder.grading.asking import ask, batches
from autograder.sealed.wire.batch import Batch

EXERCISES = [
    prepare(exercise, bytes(32))
    for exercise in Course(Path(__file__).parents[2]).load("optimizers").exercises[-2:]
]
NAMES = [exercise.name for exercise in EXERCISES]
PACKED = {exercise.name: batches(exercise) for exercise in EXERCISES}
OF = {id(batch): (name, public) for name in NAMES for public, batch in PACKED[name].items()}


class Answering:
    """A session that answers all but the first case of one exercise, and notes what it is asked."""

    def __init__(self, failing: str, kind: str) -> None:
        self._failing, self._kind = failing, kind
        self.seen: list[tuple[str, bool]] = []
        self.used: set[str] = set()

    def ask(self, _: str, __: str, batch: Batch, ___: int) -> list[Outputs | Failure]:
        name, public = OF[id(batch)]
        self.seen.append((name, public))
        self.used = {name}
        if (name, public) != (self._failing, True):
            return [{} for _ in batch.settings]
        ended = self._kind in ("time-out", "crashed", "forged reply")
        return [
            Failure(self._kind, own_words("")),
            *([] if ended else [{} for _ in batch.settings[1:]]),
        ]


@pytest.mark.parametrize("kind", ["raised", "time-out", "crashed", "forged reply"])
def test_public_cases_come_first_and_what_ended_badly_goes_no_further(kind: str) -> None:
    session: Any = Answering(NAMES[0], kind)
    answers = ask(session, EXERCISES, PACKED)
    hidden = NAMES if kind == "raised" else NAMES[1:]
    assert session.seen == [*((name, True) for name in NAMES), *((name, False) for name in hidden)]
    first, second = (answers[name] for name in NAMES)
    assert first.replies.count(None) == (0 if kind == "raised" else len(EXERCISES[0].cases) - 1)
    assert None not in second.replies
    assert (first.used, second.used) == ({NAMES[0]}, {NAMES[1]})


def test_replies_stand_where_their_cases_do() -> None:
    session: Any = Answering(NAMES[0], "raised")
    replies = ask(session, EXERCISES, PACKED)[NAMES[0]].replies
    failed = [isinstance(reply, Failure) for reply in replies]
    public = [case.public for case in EXERCISES[0].cases]
    assert failed.index(True) == public.index(True)
